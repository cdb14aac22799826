import * as upsert from '../../../../nodes/LiveDesk/resources/contact/upsert';
import { preparedBy } from '../support/prepared';

describe('Create or Update', () => {
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
});
