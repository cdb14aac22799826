import { tell, type Account } from '../account';
import type { Response } from '../api';
import { EarlyEnd, NoResponse } from '../end';
import { fieldOf, refusalShapeOf, shapeOf } from '../shape';

/** A name that nobody has. */
const NOBODY = 'nobody has this name: check of n8n-nodes-livedesk';
const NOT_THE_SECRET = 'not-the-secret';

const CHECK_URL = 'Check --base-url: without it, https://livedesk-api.engagelab.com is taken.';

/** Why nothing else can be checked, if so. */
function endingOf({ status, kind }: Response): string | undefined {
	if (status === 401) {
		return 'LiveDesk did not accept the API key or secret (401). Copy both again from Project Settings > API Management > API Key.';
	}
	if (status === 403) return 'This API key may not read contacts of the LiveDesk project (403).';
	if (status >= 300 && status < 400) {
		return `A redirect (${status}) came instead of LiveDesk's API. ${CHECK_URL}`;
	}
	if (kind === 'web page')
		return `A web page (${status}) came instead of LiveDesk's API. ${CHECK_URL}`;
	if (status === 404) return `There is no LiveDesk API at this base URL (404). ${CHECK_URL}`;
	if (status !== 200) return `LiveDesk could not list contacts: it responded ${status}.`;
	if (kind !== 'JSON') return `No JSON came, so that this is not LiveDesk's API. ${CHECK_URL}`;
	return undefined;
}

/**
 * Whether this is LiveDesk, and lets the key in.
 *
 * @throws EarlyEnd where it is not: nothing else can be checked then
 */
export async function connection(account: Account): Promise<void> {
	const { api } = account;
	const search = { query: { q: NOBODY } };
	const response = await api.request('GET', '/contacts', search).catch((error: unknown) => {
		if (!(error instanceof NoResponse)) throw error;
		const advice = 'Check --base-url, and that this computer reaches it.';
		throw new EarlyEnd(`LiveDesk cannot be reached: ${error.message}. ${advice}`);
	});
	const ending = endingOf(response);
	if (ending !== undefined) throw new EarlyEnd(ending);
	tell(account, 'key.accepted', true, `${response.status} and JSON`);

	const list = fieldOf(response.body, 'payload');
	const isEmptyList = Array.isArray(list) && list.length === 0;
	const seen = Array.isArray(list) && !isEmptyList ? 'list with contacts' : shapeOf(list);
	tell(account, 'contacts.nobody', isEmptyList, `200 with payload: ${isEmptyList ? '[]' : seen}`);

	const refusal = await api.request('GET', '/contacts', { ...search, secret: NOT_THE_SECRET });
	tell(account, 'key.wrongSecret', refusal.status === 401, String(refusal.status));
	const shape = refusal.kind === 'JSON' ? refusalShapeOf(refusal.body) : refusal.kind;
	const isKnown = ['{ error: text }', '{ errors: [text] }'].includes(shape);
	tell(account, 'key.refusalShape', isKnown, shape);
	account.shapes.refusalOfWrongSecret = `${refusal.status} ${shape}`;
}
