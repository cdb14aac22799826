import { continuesAfter, noTexts, nothing, refuses, VALUE } from '../support/badInput';
import { preparedBy } from '../support/prepared';
import { useLiveDesk } from '../../support/useLiveDesk';
import * as upsert from '../../../nodes/LiveDesk/resources/contact/upsert';

const desk = useLiveDesk();
const parameters = { resource: 'contact', operation: 'upsert', inboxId: '523' };
const phone = { ...parameters, phoneNumber: '+66812345678' };

const email = {
	label: 'Email',
	parameters: { ...parameters, email: VALUE },
	good: 'alice@example.com',
};
refuses(desk, email, [
	['nothing at all', undefined, /'Email', 'Phone Number' and 'Identifier' are all empty/],
	['a name', 'alice'],
	...noTexts,
]);
refuses(
	desk,
	{ label: 'Inbox (Channel) ID', parameters: { ...phone, inboxId: VALUE }, good: 523 },
	[...nothing, ['a name', 'WhatsApp']],
);
refuses(
	desk,
	{
		label: 'Custom Attributes',
		parameters: { ...phone, additionalFields: { customAttributes: VALUE } },
		good: {},
	},
	[
		['a list', ['vip']],
		['text', 'vip'],
		['JSON that does not end', '{"vip":'],
	],
);

describe('with On Error = Continue', () => {
	continuesAfter(desk, email, ['a name', 'alice']);
});

test('takes a name alone for nobody', () => {
	expect(() => preparedBy(upsert, { inboxId: '523', name: 'Alice' })).toThrow(
		"'Email', 'Phone Number' and 'Identifier' are all empty",
	);
});

test.each([
	[{ phoneNumber: '+66 81 234 5678', email: 'a@b.c' }, 'contact +66812345678'],
	[{ email: 'Alice@Example.com' }, 'contact alice@example.com'],
	[{ email: 'a@b.c', additionalFields: { identifier: 'C-1' } }, 'contact C-1'],
])('works on those with the same first value one after the other: %j', (values, lane) => {
	expect(preparedBy(upsert, { inboxId: '523', ...values }).lane).toBe(lane);
});
