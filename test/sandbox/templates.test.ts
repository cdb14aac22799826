import { useSandbox } from '../support/useSandbox';

const context = useSandbox();
const params = { name: 'order_update', language: 'th' };
const template = (more: object = {}, top: object = {}) => ({
	content: 'Your order',
	message_type: 'outgoing',
	template_params: { ...params, ...more },
	...top,
});
const header = (given: unknown) => template({ header_params: given });
const at = (given: object) =>
	header({ type: 'location', location: { latitude: 1, longitude: 2, ...given } });
const buttons = (...given: unknown[]) => template({ button_params: given });

test('the sandbox keeps the whole template, and replies its name, language and category', async () => {
	const processed = { 1: 'สมชาย', name: '' };
	const sent = template({ category: 'UTILITY', processed_params: processed });
	const { body } = await context.desk.message(141, sent);
	const summary = { ...params, category: 'UTILITY' };
	expect(body).toHaveProperty('additional_attributes', { template_params: summary });
	expect(context.sandbox.messages(141)).toMatchObject([
		{ content: 'Your order', additional_attributes: { template_params: sent.template_params } },
	]);
});

test('the sandbox replies no category when none was sent', async () => {
	const { body } = await context.desk.message(141, template());
	expect(body).toHaveProperty('additional_attributes', { template_params: params });
});

test.each([
	['no parameters', template(), {}],
	['a location without a name', at({}), {}],
	['a location at the edge of the world', at({ latitude: -90, longitude: 180 }), {}],
	['a document without a file name', header({ type: 'document', media_url: 'http://x/y' }), {}],
	['buttons without values', buttons({ index: 0, sub_type: 'url' }), {}],
])('the sandbox takes a template with %s', async (_, sent) => {
	expect(await context.desk.message(141, sent)).toMatchObject({ status: 200 });
});

const url = { index: 0, sub_type: 'url', text: 'a' };

test.each([
	[
		'whose message_type is not outgoing',
		template({}, { message_type: 'incoming' }),
		'message_type',
	],
	['whose message_type is a number', template({}, { message_type: 1 }), 'message_type'],
	['without message_type', { content: 'x', template_params: params }, 'message_type'],
	['without template_params', { content: 'x', message_type: 'outgoing' }, 'template_params'],
	['with template_params in an array', template({}, { template_params: [] }), 'template_params'],
	['with an empty content', template({}, { content: '' }), 'content'],
	['that is private', template({}, { private: false }), 'private'],
	['without a name', template({ name: '' }), 'template_params.name'],
	['without a language', template({ language: undefined }), 'template_params.language'],
	['with an empty namespace', template({ namespace: '' }), 'template_params.namespace'],
	['with null as category', template({ category: null }), 'template_params.category'],
	['with an unknown key', template({ parameters: {} }), 'template_params.parameters'],
	[
		'with variables in an array',
		template({ processed_params: ['a'] }),
		'template_params.processed_params',
	],
	[
		'with a number as variable',
		template({ processed_params: { 1: 5 } }),
		'template_params.processed_params.1',
	],
	['with a footer of text', template({ footer_params: 'Acme' }), 'template_params.footer_params'],
	[
		'with an empty footer',
		template({ footer_params: {} }),
		'template_params.footer_params.text_variables',
	],
])('the sandbox refuses a template %s', async (_, sent, field) => {
	const { status, body } = await context.desk.message(141, sent);
	expect(status).toBe(422);
	expect(body).toEqual({ message: expect.any(String), attributes: [field] });
	expect(context.sandbox.messages(141)).toEqual([]);
});

test.each([
	['no type', header({}), 'type'],
	['an unknown type', header({ type: 'audio', media_url: 'http://x/y' }), 'type'],
	['a type of the prototype', header({ type: 'constructor' }), 'type'],
	['no variables', header({ type: 'text' }), 'text_variables'],
	['no address of its image', header({ type: 'image' }), 'media_url'],
	['an ftp address', header({ type: 'video', media_url: 'ftp://x/y' }), 'media_url'],
	['a relative address', header({ type: 'document', media_url: '/y.pdf' }), 'media_url'],
	[
		'a field of another type',
		header({ type: 'image', media_url: 'http://x/y', filename: 'y' }),
		'filename',
	],
	[
		'an empty file name',
		header({ type: 'document', media_url: 'http://x/y', filename: '' }),
		'filename',
	],
	['a latitude beyond the pole', at({ latitude: 90.1 }), 'location.latitude'],
	['a longitude as text', at({ longitude: '2' }), 'location.longitude'],
	['an empty place name', at({ name: '' }), 'location.name'],
	['a place with more fields', at({ zoom: 3 }), 'location.zoom'],
])('the sandbox refuses a header with %s', async (_, sent, field) => {
	const { status, body } = await context.desk.message(141, sent);
	expect(status).toBe(422);
	expect(body).toHaveProperty('attributes', [`template_params.header_params.${field}`]);
});

test.each([
	['an object instead of a list', template({ button_params: { 0: url } }), ''],
	['a negative index', buttons({ ...url, index: -1 }), '.0.index'],
	['no index', buttons({ sub_type: 'url' }), '.0.index'],
	['the same index twice', buttons(url, { ...url }), '.1.index'],
	['an unknown type', buttons({ index: 0, sub_type: 'phone_number' }), '.0.sub_type'],
	['a payload for a URL', buttons({ index: 0, sub_type: 'url', payload: 'x' }), '.0.payload'],
	['a suffix for a reply', buttons({ index: 0, sub_type: 'quick_reply', text: 'x' }), '.0.text'],
	['an empty suffix', buttons(url, { index: 1, sub_type: 'url', text: '' }), '.1.text'],
])('the sandbox refuses buttons with %s', async (_, sent, field) => {
	const { status, body } = await context.desk.message(141, sent);
	expect(status).toBe(422);
	expect(body).toHaveProperty('attributes', [`template_params.button_params${field}`]);
});
