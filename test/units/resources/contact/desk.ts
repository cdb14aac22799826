import type { Outcome, Request, Steps } from '../../../../nodes/LiveDesk/delivery/operation';

export type Fields = Record<string, unknown>;

export interface DeskContact extends Fields {
	id: number;
	name: string | null;
	email: string | null;
	phone_number: string | null;
	identifier: string | null;
	custom_attributes: Fields;
}

const SEARCHED = ['email', 'phone_number', 'name', 'identifier'];
const UNIQUE = ['email', 'phone_number', 'identifier'];
const PAGE_SIZE = 15;

const lower = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : undefined);

/** What LiveDesk does with contacts, without HTTP. */
export class Desk {
	readonly contacts: DeskContact[] = [];
	readonly requests: Request[] = [];
	readonly newIds: number[] = [];

	add(fields: Fields): DeskContact {
		const contact = {
			name: null,
			email: null,
			phone_number: null,
			identifier: null,
			custom_attributes: {},
			...fields,
			id: this.contacts.length + 1,
		};
		this.contacts.push(contact);
		return contact;
	}

	/** Does what a request asks for. */
	answer(request: Request): Outcome {
		this.requests.push(request);
		const { method, url = '', query = {}, body } = request;
		if (method === 'GET') return this.search(query);
		const { custom_attributes: custom, ...given } = body as Fields;
		const fields = Object.fromEntries(
			Object.entries(given).filter(([name]) => name !== 'inbox_id'),
		);
		if (method === 'POST') {
			const taken = this.taken(fields);
			if (taken.length > 0) return refusedAsTaken(taken);
			const made = this.add(fields);
			this.newIds.push(made.id);
			return delivered({ payload: { contact: { ...made } } });
		}
		const contact = this.contacts.find(({ id }) => url.endsWith(`/contacts/${id}`));
		if (!contact) return { kind: 'refused', reply: { statusCode: 404, headers: {}, body: {} } };
		const taken = this.taken(fields, contact);
		if (taken.length > 0) return refusedAsTaken(taken);
		Object.assign(contact, fields, {
			custom_attributes: { ...contact.custom_attributes, ...(custom as Fields) },
		});
		return delivered({ payload: { ...contact } });
	}

	private search({ q, page = '1' }: NonNullable<Request['query']>): Outcome {
		const hits = this.contacts.filter((contact) =>
			SEARCHED.some((field) => lower(contact[field])?.includes(lower(q) ?? '')),
		);
		const end = Number(page) * PAGE_SIZE;
		const payload = hits.slice(end - PAGE_SIZE, end).map((hit) => ({ ...hit }));
		return delivered({ meta: { count: payload.length, current_page: page }, payload });
	}

	private taken(fields: Fields, self?: DeskContact): string[] {
		return UNIQUE.filter((field) => {
			const value = lower(fields[field]);
			if (value === undefined) return false;
			const wanted = field === 'email' ? value : fields[field];
			return this.contacts.some(
				(other) =>
					other !== self && wanted === (field === 'email' ? lower(other.email) : other[field]),
			);
		});
	}
}

export const delivered = (body: Fields): Outcome => ({ kind: 'delivered', body });

const refusedAsTaken = (attributes: string[]): Outcome => ({
	kind: 'refused',
	reply: { statusCode: 422, headers: {}, body: { message: 'has already been taken', attributes } },
});

/** What becomes of a request on its way. */
export type Fate = 'answered' | 'lost before' | 'lost after' | 'throttled';

/** Makes one request. @returns its outcome, as delivery would have it */
export function travel(desk: Desk, request: Request, fate: Fate): Outcome {
	if (fate === 'throttled') return { kind: 'throttled' };
	const outcome = fate === 'lost before' ? undefined : desk.answer(request);
	return fate === 'answered' ? outcome! : { kind: 'unknown', cause: { kind: 'lost' } };
}

/**
 * Carries steps out as delivery does: they end with a lost or throttled request, and a next try begins anew.
 *
 * @param fates of the requests in turn; all others are answered
 */
export function* tries(
	desk: Desk,
	steps: () => Steps,
	fates: Iterator<Fate> = [][Symbol.iterator](),
): Generator<void, Outcome> {
	for (;;) {
		const requests = steps();
		let step = requests.next();
		while (!step.done) {
			yield;
			const outcome = travel(desk, step.value, fates.next().value ?? 'answered');
			if (outcome.kind === 'unknown' || outcome.kind === 'throttled') break;
			step = requests.next(outcome);
		}
		if (step.done) return step.value;
	}
}

/** Carries one out to its end. */
export function carryOut(...parameters: Parameters<typeof tries>): Outcome {
	const all = tries(...parameters);
	for (;;) {
		const step = all.next();
		if (step.done) return step.value;
	}
}
