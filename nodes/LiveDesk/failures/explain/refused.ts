import type { Outcome } from '../../delivery/core/outcome';
import { phrasesFor } from '../phrases';
import { sayingOf } from '../saying';
import { sentences, type About, type Words } from '../words';
import { explainCause } from './cause';
import { explainRefusal } from './http';

/** @returns what it means that LiveDesk did not do something, or was never asked */
export function explainRefused(
	{ reply, cause, reason }: Outcome & { kind: 'refused' },
	about: About,
): Words {
	if (reason) {
		// It may name IDs, which come from LiveDesk.
		const description = about.redact(reason.description);
		if (!reply) return { ...reason, description };
		const said = sayingOf(reply.body, about.redact);
		const httpCode = String(reply.statusCode);
		return { ...reason, description: sentences(description, said), httpCode };
	}
	if (reply) return explainRefusal(reply, about);
	const { message, description } = explainCause(cause ?? { kind: 'unreachable' }, about.redact);
	return { message, description: sentences(phrasesFor(about.subject).notDone, description) };
}

/** @returns what LiveDesk's retry of a message is known by */
export function retryOf({ path, redact }: About, messageId: string): About {
	return {
		path: messageId === '' ? path : { ...path, message_id: messageId },
		subject: { noun: 'message', done: 'retried' },
		redact,
	};
}
