import {
	canRetrySoon,
	whatsappCode,
	whatsappCodes,
	type RetryAdvice,
} from '../../../nodes/LiveDesk/failures/whatsappCodes';

/** Whether the identical message can be retried, by Meta's public documentation of its codes. */
const documented: Record<RetryAdvice, number[]> = {
	soon: [1, 2, 4, 80007, 130429, 131000, 131016, 131056, 131057, 132069, 134101],
	// "Later (days)" and "not before 24 hours".
	days: [471, 131048, 131049],
	fix: [
		0, 3, 10, 33, 100, 190, 368, 131005, 131008, 131009, 131030, 131031, 131037, 131042, 131045,
		131051, 131053, 131063, 131064, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132018,
		132068, 133010, 135000, 137000,
	],
	never: [470, 472, 130472, 130497, 131021, 131026, 131047, 131050, 131052, 132016],
};
const rows = Object.entries(documented).flatMap(([retry, codes]) =>
	codes.map((code) => ({ code, retry })),
);

const failed = (externalError: unknown) => ({
	id: 1,
	status: 'failed',
	content_attributes: { external_error: externalError },
});

describe('The table of codes', () => {
	test.each(rows)('says of $code that a retry can help: $retry', ({ code, retry }) => {
		expect(whatsappCode(code)).toMatchObject({ retry });
	});

	test('has every documented code and no other', () => {
		const known = Object.keys(whatsappCodes).map(Number);
		const all = rows.map(({ code }) => code);
		expect(known.sort((a, b) => a - b)).toEqual(all.sort((a, b) => a - b));
	});

	test.each([200, 201, 250, 298, 299])('takes %i for a permission, like 10', (code) => {
		expect(whatsappCode(code)).toBe(whatsappCode(10));
	});

	test.each([
		[470, 131047],
		[471, 131048],
		[472, 130472],
	])('gives the old code %i the meaning of %i', (old, current) => {
		expect(whatsappCode(old)).toBe(whatsappCode(current));
	});

	test.each([-1, 5, 199, 300, 999999, Number.NaN, 131047.5])('does not know %d', (code) => {
		expect(whatsappCode(code)).toBeUndefined();
	});

	test.each(Object.entries(whatsappCodes))(
		'says what happened and what to do: %s',
		(_, { message, advice }) => {
			expect(message).toMatch(/^[A-Z][^.\n]+[^.\s]$/);
			expect(message).not.toMatch(/\b(errors?|problems?|failures?|mistakes?)\b/i);
			expect(advice).toMatch(/^[A-Z].*\.$/);
			expect(advice.length).toBeLessThan(200);
			// That would be a second message: LiveDesk has this one, and retries it.
			expect(advice).not.toMatch(/(?<!Do not |the person to )\bsend (it|the message) again/i);
		},
	);

	test('sends people to a template for 131047, and tells them to stop for 131050', () => {
		expect(whatsappCode(131047)?.advice).toMatch(/Send Template/);
		expect(whatsappCode(131050)?.advice).toMatch(/^Stop/);
	});
});

describe('Retry On Fail', () => {
	test.each(rows)('uses the retry of LiveDesk by the code, $code: $retry', ({ code, retry }) => {
		expect(canRetrySoon(failed(`${code}: Some title`))).toBe(retry === 'soon');
	});

	test.each([
		['an unknown code', failed('199999: Something new')],
		['a title alone', failed('Re-engagement message')],
		['no reason', failed(undefined)],
		['no attributes', { id: 1 }],
		['attributes that are none', { id: 1, content_attributes: null }],
	])('uses the retry of LiveDesk for %s', (_, body) => {
		expect(canRetrySoon(body)).toBe(true);
	});

	test('does not use the retry of LiveDesk for a permission of any number', () => {
		expect(canRetrySoon(failed('250: API Permission'))).toBe(false);
	});
});
