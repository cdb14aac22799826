import * as upsert from '../../../../nodes/LiveDesk/resources/contact/upsert';
import { preparedBy } from '../support/prepared';

describe('Create or Update', () => {
	test('takes a name alone for nobody, and says where the field is that the panel does not show', () => {
		expect(() => preparedBy(upsert, { inboxId: '523', name: 'Alice' })).toThrow(
			expect.objectContaining({
				message: "'Email', 'Phone Number' and 'Identifier' are all empty",
				description: expect.stringContaining("'Identifier' can be added under 'Additional Fields'"),
			}),
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
