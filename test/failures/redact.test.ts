import { redactor } from '../../nodes/LiveDesk/failures/redact';

const basic = Buffer.from('key-123456:secret-123456').toString('base64');
const redact = redactor('key-123456', 'secret-123456');

test.each([
	['the key', 'Key key-123456 is unknown', 'Key *** is unknown'],
	['the secret', 'secret-123456', '***'],
	['their Basic form', `Basic ${basic}`, 'Basic ***'],
	['each place', 'key-123456, key-123456', '***, ***'],
	['nothing else', 'key-12345 is not the key', 'key-12345 is not the key'],
])('takes out %s', (_, text, clean) => {
	expect(redact(text)).toBe(clean);
});

test('takes them out at any depth, and leaves what it was given as it is', () => {
	const given = {
		statusCode: 422,
		headers: { location: `http://x/?k=key-123456` },
		body: { errors: ['secret-123456', { deep: [basic, null, true] }] },
	};
	const before = JSON.stringify(given);
	expect(redact(given)).toEqual({
		statusCode: 422,
		headers: { location: 'http://x/?k=***' },
		body: { errors: ['***', { deep: ['***', null, true] }] },
	});
	expect(JSON.stringify(given)).toBe(before);
});

test.each([undefined, null, 7, true])('leaves what is no text: %p', (value) => {
	expect(redact(value)).toBe(value);
});

test('takes a secret literally, whatever signs are in it', () => {
	const secret = '$&.*+?^(x)[y]|\\1';
	expect(redactor('key-123456', secret)(`<${secret}> $&`)).toBe('<***> $&');
});

test.each([
	['empty', '', ''],
	['short', 'a', 'e'],
	['missing', undefined, undefined],
])('leaves words whole where a value is %s', (_, key, secret) => {
	expect(redactor(key, secret)('a sentence of words')).toBe('a sentence of words');
});

test('knows a secret that contains the key', () => {
	expect(redactor('abcd', 'abcd-efgh')('abcd-efgh and abcd')).toBe('*** and ***');
});
