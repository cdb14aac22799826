import type { TroubleRule } from '../../../sandbox';

/** What goes wrong with the requests of one message, one after the other. */
export type Fault =
	| 'refused'
	| 'not found'
	| 'says no'
	| 'throttled'
	| 'busy'
	| 'failed'
	| 'hopeless'
	| 'gateway'
	| 'server'
	| 'page'
	| 'no ID'
	| 'garbled'
	| 'before'
	| 'after'
	| 'amid';

export const troubleOf: Record<Fault, TroubleRule> = {
	refused: { status: 422 },
	'not found': { status: 404 },
	'says no': { status: 400, body: { code: 40001, message: 'invalid' } },
	throttled: { retryAfter: 0 },
	busy: { status: 503, retryAfter: '0.2' },
	failed: { failed: '131016: Service unavailable' },
	hopeless: { failed: '131050: User has opted out' },
	gateway: { status: 502, html: true },
	server: { status: 500 },
	page: { status: 200, html: true },
	'no ID': { body: { status: 'sent' } },
	garbled: { garble: 'gzip' },
	before: { drop: 'before-body' },
	after: { drop: 'after-body' },
	amid: { drop: 'mid-reply' },
};

/** After these, nobody knows whether LiveDesk has the message. */
export const isLost = (fault: Fault) =>
	['gateway', 'server', 'page', 'no ID', 'garbled', 'before', 'after', 'amid'].includes(fault);

/** Of the channel: LiveDesk has the message. */
export const isFailed = (fault?: Fault) => fault === 'failed' || fault === 'hopeless';

export const isThrottled = (fault?: Fault) => fault === 'throttled' || fault === 'busy';
