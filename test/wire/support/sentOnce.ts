import type { IDataObject } from 'n8n-workflow';
import type { LiveDesk } from '../../../harness/livedesk';
import { onlyRequest } from '../../support/useLiveDesk';

/**
 * Sends for one item, which takes one request that LiveDesk accepts.
 *
 * @returns the request, its body to the letter, and what came out for the item
 */
export async function sentOnce(desk: LiveDesk, parameters: IDataObject, json: IDataObject = {}) {
	const { items } = await desk.send({ parameters, items: [json] });
	const request = onlyRequest(desk);
	expect(items).toEqual([{ json: expect.anything(), pairedItem: { item: 0 } }]);
	return { request, body: request.rawBody, output: items[0].json };
}
