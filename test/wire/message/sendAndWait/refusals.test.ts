import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../../../harness/livedesk';
import { useLiveDesk } from '../../../support/useLiveDesk';
import { ask } from './ask';

const desk = useLiveDesk();

describe('before anything is sent, Send and Wait', () => {
	const limit = (values: IDataObject) => ({ options: { limitWaitTime: { values } } });
	const label = (values: IDataObject) => ({ approvalOptions: { values } });
	test.each<[string, IDataObject, string]>([
		['an object as message', { message: '={{ { a: 1 } }}' }, 'Message'],
		['a path as conversation', { conversationId: byId('={{ "141/../7" }}') }, 'Conversation'],
		['an empty label', label({ approveLabel: '={{ "" }}' }), 'Approve Button Label'],
		[
			'an empty label to decline',
			label({ approvalType: 'double', disapproveLabel: '={{ " " }}' }),
			'Disapprove Button Label',
		],
		['an unknown type', label({ approvalType: '={{ "triple" }}' }), 'Type of Approval'],
		['a negative limit', limit({ resumeAmount: -1 }), 'Amount'],
		['a limit that is no number', limit({ resumeAmount: '={{ "soon" }}' }), 'Amount'],
		['an unknown unit', limit({ resumeUnit: '={{ "moons" }}' }), 'Unit'],
		['an unknown kind of limit', limit({ limitType: '={{ "never" }}' }), 'Limit Type'],
		['no date', limit({ limitType: 'atSpecifiedTime' }), 'Max Date and Time'],
		[
			'what is no date',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '={{ "soon" }}' }),
			'Max Date and Time',
		],
		[
			'a date that there is not',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2099-02-30T09:00:00' }),
			'Max Date and Time',
		],
		[
			'a date that n8n would read in the zone of its server',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '01/31/2099 09:00' }),
			'Max Date and Time',
		],
		[
			'a date in the past',
			limit({ limitType: 'atSpecifiedTime', maxDateAndTime: '2020-01-01T00:00:00Z' }),
			'Max Date and Time',
		],
		['a proxy that is no URL', { requestOptions: { proxy: 'nowhere' } }, 'Proxy'],
		['a proxy that is no text', { requestOptions: { proxy: '={{ 3128 }}' } }, 'Proxy'],
		[
			'a proxy whose password is not URL-encoded',
			{ requestOptions: { proxy: 'http://user:100%@localhost:3128' } },
			'Proxy',
		],
	])('refuses %s', async (_, more, field) => {
		const { error, run } = await desk.send({ parameters: ask(more) });
		expect(error?.message).toMatch(new RegExp(`^'${field}' .* \\[item 0\\]$`));
		expect(error?.message).not.toMatch(/error|problem|failure|mistake/i);
		expect(error?.description).toMatch(/\S/);
		expect(run.status).not.toBe('waiting');
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});
});
