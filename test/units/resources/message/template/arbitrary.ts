import * as fc from 'fast-check';

const TYPES = ['text', 'image', 'video', 'document', 'location'];

/** Values as expressions give them: mostly usable, sometimes anything. */
const text = fc.oneof(
	{ weight: 24, arbitrary: fc.string({ unit: 'grapheme', minLength: 1 }) },
	{ weight: 6, arbitrary: fc.constantFrom('Order #456', 'track/12345', 'four    spaces') },
	{ weight: 1, arbitrary: fc.constantFrom('', ' ', 'a\nb', 'a\tb', '     ') },
	{ weight: 1, arbitrary: fc.oneof(fc.integer(), fc.boolean(), fc.double()) },
	{ weight: 1, arbitrary: fc.anything() },
);
const name = fc.oneof(
	fc.constantFrom('1', '2', '0', '', 'name', '__proto__', 'constructor', 'hasOwnProperty'),
	fc.string(),
);
const url = fc.oneof(
	{ weight: 12, arbitrary: fc.webUrl({ withQueryParameters: true }) },
	{ weight: 1, arbitrary: fc.oneof(fc.constantFrom('ftp://x/y', 'http://', '/a'), text) },
);
const degrees = (limit: number) =>
	fc.oneof(
		{ weight: 20, arbitrary: fc.double({ min: -limit, max: limit, noNaN: true }) },
		{ weight: 1, arbitrary: fc.double({ min: -limit, max: limit, noNaN: true }).map(String) },
		{ weight: 1, arbitrary: fc.oneof(fc.double(), fc.constantFrom('', 'x', null)) },
	);
const index = fc.oneof(
	{ weight: 12, arbitrary: fc.nat(9) },
	{ weight: 1, arbitrary: fc.oneof(fc.nat(9).map(String), fc.integer(), fc.double()) },
);
const anyOf = (arbitrary: fc.Arbitrary<unknown>, rarely: fc.Arbitrary<unknown> = fc.anything()) =>
	fc.oneof({ weight: 24, arbitrary }, { weight: 1, arbitrary: rarely });

const rows = fc
	.array(fc.record({ name, value: text }), { maxLength: 4 })
	.map((variable) => ({ variable }));
const buttonRow = fc.record(
	{
		index,
		subType: anyOf(fc.constantFrom('url', 'quick_reply')),
		text: fc.option(text, { nil: '' }),
		payload: fc.option(text, { nil: '' }),
	},
	{ requiredKeys: ['subType'] },
);

/** The parameters of Send Template, as n8n gives them for one item, expressions evaluated. */
export const formParameters = fc.record(
	{
		chatText: text,
		templateName: text,
		templateLanguage: fc.oneof(fc.constantFrom('en_US', 'th'), text),
		headerType: anyOf(fc.constantFrom('none', ...TYPES)),
		headerVariables: anyOf(rows),
		headerMediaUrl: url,
		headerFileName: fc.option(text, { nil: '' }),
		headerLatitude: degrees(90),
		headerLongitude: degrees(180),
		headerLocationName: fc.option(text, { nil: '' }),
		headerLocationAddress: fc.option(text, { nil: '' }),
		bodyVariables: anyOf(rows),
		footerVariables: anyOf(rows),
		buttons: anyOf(fc.array(buttonRow, { maxLength: 3 }).map((button) => ({ button }))),
		additionalFields: fc.record({ category: text, namespace: text }, { requiredKeys: [] }),
	},
	{ requiredKeys: ['chatText', 'templateName', 'templateLanguage'] },
);

const named = fc.dictionary(name, text, { maxKeys: 4 });
const location = fc.record(
	{ latitude: degrees(90), longitude: degrees(180), name: text, address: text, zoom: fc.nat() },
	{ requiredKeys: ['latitude', 'longitude'] },
);
const header = fc.oneof(
	fc.record({ type: fc.constant('text'), text_variables: named }),
	fc.record({ type: fc.constantFrom('image', 'video', 'document'), media_url: url }),
	fc.record({ type: fc.constant('document'), media_url: url, filename: text }),
	fc.record({ type: fc.constant('location'), location }),
	fc.record(
		{ type: fc.constantFrom(...TYPES, 'audio'), media_url: url, location, text_variables: named },
		{ requiredKeys: [] },
	),
);
const button = fc.oneof(
	fc.record({ index, sub_type: fc.constant('url'), text }),
	fc.record({ index, sub_type: fc.constant('quick_reply'), payload: text }),
	fc.record({ index, sub_type: text, text, payload: text }, { requiredKeys: [] }),
);
const values = fc.record(
	{
		processed_params: anyOf(named),
		header_params: anyOf(header),
		footer_params: anyOf(fc.record({ text_variables: named })),
		button_params: anyOf(fc.array(button, { maxLength: 3 })),
	},
	{ requiredKeys: [] },
);

/** What Parameters (JSON) gives: an object of an expression, or a text that is JSON, or nearly. */
export const parametersJson = fc.oneof(
	{ weight: 8, arbitrary: values },
	{ weight: 4, arbitrary: values.map((given) => JSON.stringify(given, jsonSafe)) },
	{ weight: 1, arbitrary: fc.oneof(fc.json(), fc.string(), fc.anything()) },
);

const jsonSafe = (_key: string, value: unknown) =>
	typeof value === 'bigint' ? String(value) : value;
