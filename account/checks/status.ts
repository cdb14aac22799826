import { cannotTell, tell, type Account, type RestingStatus } from '../account';
import type { Response } from '../api';
import { NoResponse } from '../end';
import { fieldOf, idOf, sameOf, shapeOf, shapesOf } from '../shape';

/** Customers see nothing of it, no survey starts, and it leads back to open and to pending. */
const MEANWHILE = 'snoozed';

const isAccepted = ({ status }: Response): boolean => status >= 200 && status < 300;

async function change(account: Account, status: string): Promise<Response> {
	const path = `/conversations/${account.conversation}/toggle_status`;
	return await account.api.request('POST', path, { json: { status } });
}

function tellChange(account: Account, response: Response): void {
	const payload = fieldOf(response.body, 'payload');
	const of = (name: string) => fieldOf(payload, name);
	tell(account, 'status.accepted', response.status === 200, String(response.status));
	if (!isAccepted(response)) {
		const ids = ['status.success', 'status.current', 'status.conversation_id'] as const;
		cannotTell(account, ids, 'it was not accepted');
		return;
	}
	const names = ['success', 'conversation_id', 'current_status', 'snoozed_until'];
	account.shapes.status = shapesOf(payload, names);
	tell(account, 'status.success', of('success') === true, shapeOf(of('success')));
	const current = of('current_status');
	tell(account, 'status.current', current === MEANWHILE, sameOf(current, MEANWHILE));
	const id = of('conversation_id');
	const isSame = idOf(id) === account.conversation;
	const seen = isSame ? 'as sent' : `another ${shapeOf(id)}`;
	tell(account, 'status.conversation_id', isSame, seen);
}

/** Whether the reply says that the conversation has its status back. */
function isBack(response: Response, now: RestingStatus): boolean {
	const current = fieldOf(fieldOf(response.body, 'payload'), 'current_status');
	return isAccepted(response) && (current === undefined || current === now);
}

async function putBack(account: Account, now: RestingStatus): Promise<void> {
	account.isStatusLeft = true;
	const response = await change(account, now);
	if (isBack(response, now)) delete account.isStatusLeft;
	const seen = isAccepted(response) && account.isStatusLeft ? 'another status' : '';
	tell(
		account,
		'status.putBack',
		!account.isStatusLeft,
		[response.status, seen].filter(Boolean).join(', '),
	);
}

/** Snoozes the conversation, and puts its status back, whatever became of that. */
export async function status(account: Account): Promise<void> {
	const { status: now } = account;
	if (now === undefined) return;
	account.isStatusLeft = true;
	const response = await change(account, MEANWHILE).catch((error: unknown) => {
		if (!(error instanceof NoResponse)) throw error;
		return error;
	});
	if (response instanceof NoResponse) {
		await putBack(account, now);
		throw response;
	}
	tellChange(account, response);
	if (response.status >= 400 && response.status < 500) {
		delete account.isStatusLeft;
		cannotTell(account, 'status.putBack', 'it was not changed');
		return;
	}
	await putBack(account, now);
}
