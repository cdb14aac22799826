import type { RestingStatus } from './account';
import type { Credentials } from './api';
import type { Arguments } from './arguments';
import { EarlyEnd } from './end';
import type { World } from './world';

const KEY = 'LIVEDESK_API_KEY';
const SECRET = 'LIVEDESK_API_SECRET';

/** @throws EarlyEnd for what would have to be asked where nobody can be asked */
export function checkAskable({ isAgreed, status }: Arguments, { env, terminal }: World): void {
	if (terminal.isInteractive) return;
	if (!isAgreed) {
		throw new EarlyEnd(
			'Nobody can be asked here whether notes may be posted. If they may, add --yes. Nothing was done.',
		);
	}
	if (status === 'ask') {
		throw new EarlyEnd('Say which status the conversation has now, e.g. --status open.');
	}
	const missing = [KEY, SECRET].filter((name) => !env[name]);
	if (missing.length > 0) throw new EarlyEnd(`Set ${missing.join(' and ')}. Nothing was done.`);
}

/** @throws EarlyEnd for a status that could not be put back */
export async function statusNow(
	{ status, conversation }: Arguments,
	{ terminal }: World,
): Promise<RestingStatus | undefined> {
	if (status !== 'ask') return status;
	const question = `Which status does conversation ${conversation} have now, open or pending? `;
	const answer = (await terminal.ask(question)).trim().toLowerCase();
	if (answer === 'open' || answer === 'pending') return answer;
	throw new EarlyEnd('Only open and pending can be put back as they were. Nothing was done.');
}

/** @throws EarlyEnd where the person does not agree */
export async function agree({ isAgreed }: Arguments, { terminal }: World): Promise<void> {
	if (isAgreed) return;
	const answer = (await terminal.ask('\nGo on? (y/N) ')).trim();
	if (!/^y(es)?$/i.test(answer)) throw new EarlyEnd('Nothing was done.');
}

/** @throws EarlyEnd for an empty key or secret */
export async function credentialsOf(
	{ baseUrl }: Arguments,
	{ env, terminal }: World,
): Promise<Credentials> {
	const read = async (name: string, question: string) => {
		const value = env[name] || (await terminal.askUnseen(question)).trim();
		if (value === '') throw new EarlyEnd(`${name} is empty. Nothing was done.`);
		return value;
	};
	const apiKey = await read(KEY, 'API key (not shown): ');
	const apiSecret = await read(SECRET, 'API secret (not shown): ');
	return { apiKey, apiSecret, baseUrl };
}
