import {
	whatsappCode,
	whatsappCodes,
	type ResendAdvice,
} from '../../nodes/LiveDesk/failures/whatsappCodes';

/** Meta's codes, and whether sending the same again can help. */
const documented: Record<ResendAdvice, number[]> = {
	later: [1, 2, 4, 80007, 130429, 131000, 131016, 131048, 131049, 131056, 131057, 132069, 134101],
	fix: [
		0, 3, 10, 33, 100, 190, 368, 131005, 131008, 131009, 131030, 131031, 131037, 131042, 131045,
		131051, 131053, 131063, 131064, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132018,
		132068, 133010, 135000, 137000,
	],
	no: [130472, 130497, 131021, 131026, 131047, 131050, 131052, 132016],
};
const rows = Object.entries(documented).flatMap(([resend, codes]) =>
	codes.map((code) => ({ code, resend })),
);

describe('every documented code', () => {
	test.each(rows)('$code is known, and sent again: $resend', ({ code, resend }) => {
		expect(whatsappCode(code)).toMatchObject({ resend });
	});

	test('is there, and with the old ones no other', () => {
		const known = Object.keys(whatsappCodes).map(Number);
		const all = [...rows.map(({ code }) => code), 470, 471, 472];
		expect(known.sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
	});
});

test.each([200, 201, 250, 298, 299])('%i is about permissions, like 10', (code) => {
	expect(whatsappCode(code)).toBe(whatsappCode(10));
});

test.each([
	[470, 131047],
	[471, 131048],
	[472, 130472],
])('the old code %i means what %i means', (old, current) => {
	expect(whatsappCode(old)).toBe(whatsappCode(current));
});

test.each([-1, 5, 199, 300, 999999, Number.NaN, 131047.5])('%d is not known', (code) => {
	expect(whatsappCode(code)).toBeUndefined();
});

describe.each(Object.entries(whatsappCodes))('the words of %s', (_, { message, advice }) => {
	test('say what happened, and what to do', () => {
		expect(message).toMatch(/^[A-Z][^.\n]+[^.\s]$/);
		expect(message).not.toMatch(/\b(errors?|problems?|failures?|mistakes?)\b/i);
		expect(advice).toMatch(/^[A-Z].*\.$/);
		expect(advice.length).toBeLessThan(200);
	});
});

test('131047 sends people to a template, 131050 tells them to stop', () => {
	expect(whatsappCode(131047)?.advice).toMatch(/Send Template/);
	expect(whatsappCode(131050)?.advice).toMatch(/^Stop/);
});
