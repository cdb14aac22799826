import type { IBinaryData, IDataObject, INodeExecutionData, IWorkflowSettings } from 'n8n-workflow';
import { byId } from '../../../../harness/livedesk';
import { onlyRequest, useLiveDesk } from '../../../support/useLiveDesk';
import { refuses, VALUE } from '../../badValues/refuses';

const desk = useLiveDesk();

const fileOf = (fileName: string): IBinaryData => ({
	data: Buffer.from(fileName).toString('base64'),
	mimeType: 'text/plain',
	fileName,
});

/** Where n8n keeps files when a workflow's binary mode is "combined": in the item's JSON. */
const combined = { binaryMode: 'combined' } as IWorkflowSettings;
const apart: IWorkflowSettings = {};
const inJson = (files: Record<string, unknown>) => ({ json: { _files: files as IDataObject } });

async function send(name: string, item: INodeExecutionData, settings: IWorkflowSettings) {
	const parameters = {
		operation: 'sendAttachment',
		conversationId: byId('141'),
		binaryPropertyName: name,
	};
	return await desk.send({ parameters, items: [item], settings });
}

const sentNames = () => onlyRequest(desk).parts?.map(({ fileName }) => fileName);

describe('Send Attachment', () => {
	test.each<[where: string, name: string, item: INodeExecutionData, settings: IWorkflowSettings]>([
		['beside its JSON', 'data', { json: {}, binary: { data: fileOf('a.txt') } }, apart],
		['in its JSON, by name', 'data', inJson({ data: fileOf('a.txt') }), combined],
		['in its JSON, by path', '_files.data', inJson({ data: fileOf('a.txt') }), combined],
		[
			'beside its JSON, in a workflow that keeps others in there',
			'data',
			{ ...inJson({ data: fileOf('other.txt') }), binary: { data: fileOf('a.txt') } },
			combined,
		],
		[
			'by a name with a dot',
			'my.data',
			{ json: {}, binary: { 'my.data': fileOf('a.txt') } },
			apart,
		],
	])('finds a file %s', async (_, name, item, settings) => {
		const { items } = await send(name, item, settings);
		expect(sentNames()).toEqual(['a.txt']);
		expect(items).toMatchObject([{ json: { status: 'sent' }, pairedItem: { item: 0 } }]);
	});

	test.each<[what: string, item: INodeExecutionData, settings: IWorkflowSettings]>([
		['JSON, where the workflow keeps files apart', inJson({ data: fileOf('a.txt') }), apart],
		[
			'an ID of the binary store in JSON',
			inJson({ data: { id: 'filesystem-v2:secret', data: '', mimeType: 'text/plain' } }),
			apart,
		],
		['a text in the place of the files', { json: { _files: 'data' } }, combined],
		['null in the place of the files', { json: {}, binary: null as never }, apart],
		['a text in the place of a file', inJson({ data: 'a.txt' }), combined],
		['a file without a type', inJson({ data: { data: 'YWJj' } }), combined],
		['a type without a file', inJson({ data: { mimeType: 'text/plain' } }), combined],
		['nothing', inJson({ data: null }), combined],
	])('opens no file for what merely looks like one: %s', async (_, item, settings) => {
		const { error, items } = await send('data', item, settings);
		expect(error?.message).toContain("'Input Data Field Name'");
		expect(items).toEqual([]);
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});
	test('lists the files that the item has, wherever they are', async () => {
		const item = { ...inJson({ first: fileOf('a') }), binary: { second: fileOf('b') } };
		const { error } = await send('third', item, combined);
		expect(error?.description).toMatch(/first, second/);
		expect(desk.sandbox.journal.starts()).toEqual([]);
	});

	test("tells the item's fields in the description, not in the title, which n8n would replace", async () => {
		const { error } = await send('picture', { json: {}, binary: { EPERM: fileOf('a') } }, apart);
		expect(error?.message).toBe(
			"'Input Data Field Name' names a binary field that the item does not have [item 0]",
		);
		expect(error?.description).toContain('EPERM');
	});
});

describe('the names of the files', () => {
	const label = 'Input Data Field Name';
	const parameters = { operation: 'sendAttachment', conversationId: byId('141') };
	const files = { data: fileOf('a'), second: fileOf('b') };
	const item = (value: unknown) => ({ json: { value } as IDataObject, binary: files });

	refuses(
		desk,
		{ label, parameters: { ...parameters, binaryPropertyName: VALUE }, good: 'data', item },
		[
			['just commas', ' , ,'],
			['a field that is not there', 'picture', /"picture".*data, second/],
			['one field of two that is not there', 'data, picture', /data, second/],
			['a field of every object', 'constructor', /data, second/],
			['a field of the prototype', '__proto__', /data, second/],
			['a name of any length', 'a'.repeat(5000), /a{80}…"/],
		],
	);

	const whole = (binary: unknown) => ({ json: {}, binary: binary as typeof files });
	refuses(desk, { label, parameters, good: files, item: whole }, [
		['no files at all', undefined, /none/],
		['an empty list of files', {}, /none/],
	]);
});
