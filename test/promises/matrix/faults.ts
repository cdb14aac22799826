import type { TroubleRule } from '../../../sandbox';

/** What happened to one request. */
export type Outcome = 'delivered' | 'failed' | 'refused' | 'throttled' | 'unknown';

export interface Fault {
	name: string;
	/** What happens to the requests of the message at fault, one after the other; the last goes for all that follow. */
	outcomes: Outcome[];
	/** The trouble that makes it happen. */
	script: TroubleRule[];
	/** Whether LiveDesk has the message after the first of these requests. */
	isStored: boolean;
	/** Whether the node waits when it is throttled, or gives up. */
	waits?: boolean;
	/** Whether nobody is at the address at all: then every message is at fault. */
	isOffline?: boolean;
}

const busy = '131016: Service unavailable';

// prettier-ignore
export const faults: Fault[] = [
	{ name: 'delivered', outcomes: ['delivered'], script: [], isStored: true },
	{ name: 'failed by the channel once', outcomes: ['failed', 'delivered'], script: [{ failed: busy }], isStored: true },
	{ name: 'failed by the channel for good', outcomes: ['failed'], script: [{ failed: busy }, { kind: 'retry', failed: busy, times: Infinity }], isStored: true },
	{ name: 'refused once with 422', outcomes: ['refused', 'delivered'], script: [{ status: 422 }], isStored: false },
	{ name: 'refused for good with 422', outcomes: ['refused'], script: [{ status: 422, times: Infinity }], isStored: false },
	{ name: 'refused a connection', outcomes: ['refused'], script: [], isStored: false, isOffline: true },
	{ name: 'throttled, then delivered', outcomes: ['throttled', 'delivered'], script: [{ retryAfter: 0 }], isStored: false, waits: true },
	{ name: 'throttled for good', outcomes: ['throttled'], script: [{ retryAfter: 0, times: Infinity }], isStored: false },
	{ name: 'unknown by a broken connection', outcomes: ['unknown'], script: [{ drop: 'after-body' }], isStored: true },
	{ name: 'unknown by 502', outcomes: ['unknown'], script: [{ status: 502, html: true }], isStored: false },
	{ name: 'unknown by a web page with 200', outcomes: ['unknown'], script: [{ status: 200, html: true }], isStored: true },
];
