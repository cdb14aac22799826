import type { IDataObject } from 'n8n-workflow';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { byJson, params, paramsSent } from './send';

const desk = useLiveDesk();
const url = { subType: 'url', text: 'a' };
const reply = { subType: 'quick_reply' };
const urlSent = (index: number) => `{"index":${index},"sub_type":"url","text":"a"}`;

describe('Send Template', () => {
	test.each<[what: string, rows: IDataObject[], sent: string]>([
		['a URL', [{ ...url, index: 2 }], urlSent(2)],
		[
			'a quick reply with its payload',
			[{ ...reply, index: 0, payload: 'OPT_OUT' }],
			'{"index":0,"sub_type":"quick_reply","payload":"OPT_OUT"}',
		],
		[
			'a quick reply without a payload',
			[{ ...reply, index: 0 }],
			'{"index":0,"sub_type":"quick_reply"}',
		],
		['a row as the form adds it', [{ text: 'a' }], urlSent(0)],
		['an index from an expression', [{ ...url, index: '={{ $json.index }}' }], urlSent(1)],
		['an index as a text', [{ ...url, index: '={{ "1" }}' }], urlSent(1)],
		[
			'a number for a suffix',
			[{ subType: 'url', index: 0, text: '={{ 456 }}' }],
			'{"index":0,"sub_type":"url","text":"456"}',
		],
		[
			'several, in the order of the form',
			[
				{ ...url, index: 2 },
				{ ...url, index: 0 },
				{ ...reply, index: 1 },
			],
			`${urlSent(2)},${urlSent(0)},{"index":1,"sub_type":"quick_reply"}`,
		],
	])('sends what a button of the form takes: %s', async (_, button, sent) => {
		expect(await paramsSent(desk, { buttons: { button } }, { index: 1 })).toBe(
			params(`"button_params":[${sent}]`),
		);
	});

	test.each<[what: string, buttons: IDataObject[], sent: string]>([
		['an index as a text', [{ text: 'a', sub_type: 'url', index: '1' }], urlSent(1)],
		[
			'an empty payload',
			[{ index: 0, sub_type: 'quick_reply', payload: '' }],
			'{"index":0,"sub_type":"quick_reply"}',
		],
		[
			'a number for a payload',
			[{ index: 0, sub_type: 'quick_reply', payload: 7 }],
			'{"index":0,"sub_type":"quick_reply","payload":"7"}',
		],
	])('sends what a button of the JSON takes: %s', async (_, button_params, sent) => {
		expect(await paramsSent(desk, byJson({ button_params }))).toBe(
			params(`"button_params":[${sent}]`),
		);
	});
});
