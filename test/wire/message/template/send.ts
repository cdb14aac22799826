import type { IDataObject } from 'n8n-workflow';
import type { LiveDesk } from '../../../../harness/livedesk';
import { sentOnce } from '../../support/sentOnce';
import { template } from '../documented';

/** Sends the template `order_update` with more parameters; the text of its `template_params` as it arrived. */
export async function paramsSent(
	desk: LiveDesk,
	parameters: IDataObject,
	json: IDataObject = {},
): Promise<string> {
	const { body = '', output } = await sentOnce(desk, { ...template, ...parameters }, json);
	expect(output).toMatchObject({ conversation_id: 141, template: 'order_update' });
	const content = JSON.stringify(template.chatText);
	const [, params] = body.split(
		`{"content":${content},"message_type":"outgoing","template_params":`,
	);
	return params.slice(0, -1);
}

/** What stands in `template_params` before the values. */
const NAMED = '"name":"order_update","language":"en_US"';

/** `template_params` with these values, to the letter. */
export const params = (values = ''): string => `{${[NAMED, values].filter(Boolean).join(',')}}`;

/** The parameters that give values by JSON. */
export const byJson = (values: unknown): IDataObject => ({
	parameterMode: 'json',
	parametersJson: typeof values === 'string' ? values : JSON.stringify(values),
});
