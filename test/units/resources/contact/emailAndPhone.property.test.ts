import * as fc from 'fast-check';
import { buildContact } from '../../../../nodes/LiveDesk/resources/contact/create';
import { expectTitle } from '../../../support/expectTitle';

/** What travels as phone number, or the title of the refusal. */
function phoneOf(phoneNumber: unknown): { phone?: string; title?: string } {
	try {
		const others = { name: 'Alice', email: '', additionalFields: {} };
		return { phone: buildContact({ inboxId: 523, phoneNumber, ...others }).phone_number };
	} catch (error) {
		return { title: (error as Error).message };
	}
}

const digits = fc
	.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 99_999_999_999_999 }))
	.map(([first, rest]) => `+${first}${rest}`);
const decoration = fc.constantFrom(' ', '.', '-', '(', ')', '[', ']', '\u00a0');

test('a phone number travels with its own digits and no others, whatever stands between them', () => {
	const decorated = fc
		.tuple(digits, fc.array(fc.tuple(fc.nat(20), decoration), { maxLength: 8 }))
		.map(([number, marks]) => ({
			number,
			written: marks.reduce(
				(text, [at, mark]) => text.slice(0, at) + mark + text.slice(at),
				number,
			),
		}));
	fc.assert(
		fc.property(decorated, ({ number, written }) => {
			fc.pre(!/[([]0[)\]]/.test(written.replace(/[ .\u00a0-]/g, '')));
			expect(phoneOf(written)).toEqual({ phone: number });
		}),
		{ numRuns: 500 },
	);
});

test('what is no complete phone number is refused, never completed', () => {
	const other = fc.string({ unit: fc.constantFrom(...'+0123456789 -.()x/๑'), maxLength: 20 });
	fc.assert(
		fc.property(fc.oneof(other, fc.anything()), (given) => {
			const { phone, title } = phoneOf(given);
			if (title !== undefined) expectTitle(title);
			else if (phone !== undefined) {
				expect(phone).toMatch(/^\+[1-9]\d{1,14}$/);
				expect(String(given).replace(/[^+\d]/g, '')).toBe(phone);
			} else expect([undefined, null, '']).toContain(given);
		}),
		{ numRuns: 1000 },
	);
});
