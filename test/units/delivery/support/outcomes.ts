import type { Ending } from '../../../../nodes/LiveDesk/delivery/core/ending';
import type { Outcome } from '../../../../nodes/LiveDesk/delivery/core/outcome';

export const reply = { statusCode: 422, headers: {}, body: '' };
export const delivered: Outcome = { kind: 'delivered', body: { id: 1 } };
export const failed = { kind: 'failed', body: { id: 7, status: 'failed' } } satisfies Outcome;
export const refused = { kind: 'refused', reply } satisfies Outcome;
export const unreached = { kind: 'refused', cause: { kind: 'unreachable' } } satisfies Outcome;
export const lost = { kind: 'unknown', cause: { kind: 'lost' } } satisfies Outcome;
export const throttled = (retryAfterMs?: number) =>
	({ kind: 'throttled', reply, retryAfterMs }) satisfies Outcome;
export const invalid = { kind: 'invalid', message: 'x' } satisfies Ending;
