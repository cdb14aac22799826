import { cannotTell, tell, type Account } from '../account';
import { factsOf, type FactId } from '../facts';
import { fieldOf, isObject, isText, isWhole, typeOf } from '../shape';

/** Between the years 2000 and 2100. */
const isSeconds = (value: unknown) =>
	isWhole(value) && value > 946_684_800 && value < 4_102_444_800;
const isTextOrNull = (value: unknown) => value === null || isText(value);
const isInbox = (value: unknown) =>
	isText(fieldOf(value, 'source_id')) && isWhole(fieldOf(fieldOf(value, 'inbox'), 'id'));

interface Field {
	name: string;
	isRight(value: unknown): boolean;
	/** What is seen where all are right; the types unless given. */
	right?: string;
}

const seconds = 'unix seconds';

const fields: Partial<Record<FactId, Field>> = {
	'contact.id': { name: 'id', isRight: isWhole },
	'contact.name': { name: 'name', isRight: isTextOrNull },
	'contact.email': { name: 'email', isRight: isTextOrNull },
	'contact.phone_number': { name: 'phone_number', isRight: isTextOrNull },
	'contact.identifier': { name: 'identifier', isRight: isTextOrNull },
	'contact.blocked': { name: 'blocked', isRight: (value) => typeof value === 'boolean' },
	'contact.custom_attributes': { name: 'custom_attributes', isRight: isObject },
	'contact.created_at': { name: 'created_at', isRight: isSeconds, right: seconds },
	'contact.last_activity_at': {
		name: 'last_activity_at',
		isRight: (value) => value === null || isSeconds(value),
		right: `${seconds} or null`,
	},
	'contact.contact_inboxes': {
		name: 'contact_inboxes',
		isRight: (value) => Array.isArray(value) && value.every(isInbox),
		right: 'list of { source_id: text, inbox: { id: number } }',
	},
};

const each = (shapes: readonly string[]) => [...new Set(shapes)].join(', ');

/** Tells each field by all contacts of a page. */
export function tellFields(account: Account, contacts: readonly unknown[]): void {
	for (const { id } of factsOf('contacts')) {
		const field = fields[id];
		if (!field) continue;
		const values = contacts.map((contact) => fieldOf(contact, field.name));
		const wrong = values.filter((value) => !field.isRight(value));
		const other = (value: unknown) =>
			field.right === undefined ? typeOf(value) : `another ${typeOf(value)}`;
		const seen =
			wrong.length > 0 ? each(wrong.map(other)) : (field.right ?? each(values.map(typeOf)));
		tell(account, id, wrong.length === 0, seen);
	}
	const numbers = contacts.map((contact) => fieldOf(contact, 'phone_number')).filter(isText);
	if (numbers.length === 0) {
		cannotTell(account, 'contact.e164', 'no contact of the first page has a phone number');
		return;
	}
	const isE164 = numbers.every((number) => /^\+[1-9]\d{1,14}$/.test(number));
	tell(account, 'contact.e164', isE164, isE164 ? 'E.164' : 'another text');
}
