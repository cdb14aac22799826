import type { IBinaryData } from 'n8n-workflow';
import { bytesOf, flawOf, isStored } from '../../../nodes/LiveDesk/attachment/content';
import { mimeTypeOf } from '../../../nodes/LiveDesk/attachment/mimeType';

const fileOf = (parts: object) => ({ mimeType: 'text/plain', ...parts }) as IBinaryData;
const text =
	'content of a file, long enough for several lines of base64 with a limit of 76 letters each';
const base64 = Buffer.from(text).toString('base64');
const lines = base64.replace(/.{76}/g, '$&\r\n');

test.each([
	['as one line', base64],
	['in lines', lines],
	['with a line break at its end', `${base64}\n`],
	['without its padding', base64.replace(/=+$/, '')],
	['for URLs', Buffer.from(text).toString('base64url')],
	['as bytes', Buffer.from(text)],
	['as bytes that were JSON on the way', JSON.parse(JSON.stringify(Buffer.from(text)))],
])('a file in the item is read %s', (_, data) => {
	const file = fileOf({ data });
	expect(flawOf(file)).toBeUndefined();
	expect(bytesOf(file).toString()).toBe(text);
});

test("a data URL is read as n8n's helpers read it", () => {
	const data = `data:text/plain;base64,${base64}`;
	expect(flawOf(fileOf({ data }))).toBeUndefined();
	expect(bytesOf(fileOf({ data }))).toEqual(Buffer.from(data, 'base64'));
});

test('an empty file is a file', () => {
	expect(flawOf(fileOf({ data: '' }))).toBeUndefined();
	expect(bytesOf(fileOf({ data: '' }))).toHaveLength(0);
});

test.each([
	[undefined, false],
	[null, false],
	['', false],
	['filesystem-v2:abc', true],
])("a file with the ID %j is in n8n's storage: %p", (id, stored) => {
	expect(isStored(fileOf({ id, data: base64 }))).toBe(stored);
	expect(flawOf(fileOf({ id, data: base64 }))).toBeUndefined();
});

test.each<[string, unknown, RegExp]>([
	['no data', undefined, /no data/],
	['null', null, /no data/],
	['a number', 5, /not base64/],
	['an object', {}, /not base64/],
	['other letters', 'ไม่ใช่ไฟล์', /not base64/],
	['a sentence', 'This is no file!', /not base64/],
	['the name of a file', 'invoice.pdf', /not base64/],
	['base64 twice', 'YQ==YQ==', /not base64/],
	['blanks only', ' \n ', /not base64/],
	['one letter', 'A', /not base64/],
	['signs only', '!'.repeat(1000), /not base64/],
	['the name of a store', 'filesystem-v2', /ID .* is missing/],
	['the name of another store', 's3', /ID .* is missing/],
])('what is wrong with a file in the item is known before it is sent: %s', (_, data, flaw) => {
	expect(flawOf(fileOf({ data }))).toMatch(flaw);
});

test('base64 may begin late', () => {
	expect(flawOf(fileOf({ data: '\n'.repeat(100) + base64 }))).toBeUndefined();
});

test.each<[unknown, unknown, string]>([
	['image/png', 'a.pdf', 'image/png'],
	[undefined, 'a.PDF', 'application/pdf'],
	['', 'photo.old.jpg', 'image/jpeg'],
	[null, 'a', 'application/octet-stream'],
	[undefined, 'a.constructor', 'application/octet-stream'],
	[undefined, undefined, 'application/octet-stream'],
])('a file of the type %j and the name %j goes as %s', (mimeType, fileName, type) => {
	expect(mimeTypeOf(mimeType, fileName)).toBe(type);
});
