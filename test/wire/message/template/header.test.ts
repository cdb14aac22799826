import { useLiveDesk } from '../../../support/useLiveDesk';
import { byJson, params, paramsSent } from './send';

const desk = useLiveDesk();
const header = (fields: string) => params(`"header_params":{${fields}}`);
const media = 'https://example.com/a';

describe('Send Template', () => {
	test.each([
		[
			'a document without a file name',
			{ headerType: 'document', headerMediaUrl: media },
			`"type":"document","media_url":"${media}"`,
		],
		[
			'a place without name and address',
			{ headerType: 'location', headerLatitude: 13.7563, headerLongitude: 100.5018 },
			'"type":"location","location":{"latitude":13.7563,"longitude":100.5018}',
		],
		[
			'a place without a name',
			{ headerType: 'location', headerLocationAddress: '123 Main St' },
			'"type":"location","location":{"latitude":0,"longitude":0,"address":"123 Main St"}',
		],
		[
			'a place at the edge of the world',
			{ headerType: 'location', headerLatitude: -90, headerLongitude: 180 },
			'"type":"location","location":{"latitude":-90,"longitude":180}',
		],
		[
			'a file name that is a number',
			{ headerType: 'document', headerMediaUrl: media, headerFileName: '={{ 456 }}' },
			`"type":"document","media_url":"${media}","filename":"456"`,
		],
		[
			'a type from an expression',
			{ headerType: '={{ $json.type }}', headerMediaUrl: media },
			`"type":"video","media_url":"${media}"`,
		],
	])(
		'sends what the type of the header takes, and no empty field: %s',
		async (_, parameters, fields) => {
			expect(await paramsSent(desk, parameters, { type: 'video' })).toBe(header(fields));
		},
	);

	test('sends no header for none, from an expression too', async () => {
		const parameters = { headerType: '={{ "none" }}', headerMediaUrl: media };
		expect(await paramsSent(desk, parameters)).toBe(params());
	});

	test.each([
		['numbers in a text', '13.75', '-100.5', '"latitude":13.75,"longitude":-100.5'],
		['numbers', 13.75, -100.5, '"latitude":13.75,"longitude":-100.5'],
		['zero', '0', 0, '"latitude":0,"longitude":0'],
	])(
		'sends coordinates as numbers: %s from expressions',
		async (_, latitude, longitude, location) => {
			const parameters = {
				headerType: 'location',
				headerLatitude: '={{ $json.latitude }}',
				headerLongitude: '={{ $json.longitude }}',
			};
			const sent = await paramsSent(desk, parameters, { latitude, longitude });
			expect(sent).toBe(header(`"type":"location","location":{${location}}`));
		},
	);

	test('sends coordinates of JSON as numbers, from a text', async () => {
		const location = { latitude: '13.75', longitude: 100 };
		const json = byJson({ header_params: { location, type: 'location' } });
		expect(await paramsSent(desk, json)).toBe(
			header('"type":"location","location":{"latitude":13.75,"longitude":100}'),
		);
	});
});

test.each([
	'http://example.com',
	'HTTPS://EXAMPLE.COM/A.PNG',
	'https://example.com:8443/a%20b.png?size=1&x=y#z',
	'https://ตัวอย่าง.ไทย/รูป.png',
	'https://user:word@example.com/a',
	'http://[::1]/a',
])('Send Template sends a URL as it is: %s', async (address) => {
	const parameters = { headerType: 'image', headerMediaUrl: address };
	expect(await paramsSent(desk, parameters)).toBe(
		header(`"type":"image","media_url":"${address}"`),
	);
});

test.each([
	['document', { type: 'document', media_url: media, filename: '' }, `"media_url":"${media}"`],
	[
		'location',
		{ type: 'location', location: { latitude: 1, longitude: 2, name: null, address: '' } },
		'"location":{"latitude":1,"longitude":2}',
	],
])('Send Template leaves empty fields of JSON out: %s', async (type, header_params, fields) => {
	expect(await paramsSent(desk, byJson({ header_params }))).toBe(
		header(`"type":"${type}",${fields}`),
	);
});
