/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject } from 'n8n-workflow';
import { byId } from '../../harness/livedesk';
import { OPERATIONS } from '../support/contract';
import { useLiveDesk } from '../support/useLiveDesk';
import { imageItem, template } from './message/documented';
import { deviations, placesIn, placesOf, type Schema } from './schema';

const VERSION = 'v1.0.0';
const ROOT = join(__dirname, '../..');

const pathOf = (resource: string, operation: string) =>
	join('nodes/LiveDesk/__schema__', VERSION, resource, `${operation}.json`);
const schemaOf = (resource: string, operation: string) =>
	JSON.parse(readFileSync(join(ROOT, pathOf(resource, operation)), 'utf8')) as Schema;

const desk = useLiveDesk();
const FAILED = { failed: '131047: Re-engagement message' };

interface Run {
	parameters: IDataObject;
	/** Whether the channel fails the message. */
	fails?: boolean;
}

const conversationId = byId('141');
const output = { options: { failedDelivery: 'output' } };

async function retryOf(parameters: IDataObject): Promise<Run> {
	desk.sandbox.script(FAILED);
	const all = { conversationId, ...parameters, ...output };
	const { items } = await desk.send({ parameters: all, items: [imageItem] });
	const messageId = String(items[0].json.id);
	return { parameters: { operation: 'retry', conversationId, messageId, ...output } };
}

/** Runs that put out every field that there is. */
const RUNS: Record<string, () => Promise<Run[]> | Run[]> = {
	'contact.create': () => [{ parameters: { inboxId: '523', name: 'A', email: 'a1@example.com' } }],
	'contact.upsert': () => [
		{ parameters: { inboxId: '523', email: 'a2@example.com' } },
		{ parameters: { inboxId: '523', email: 'a2@example.com', name: 'A' } },
	],
	'contact.update': () => [
		{ parameters: { contactId: byId('1'), updateFields: { blocked: true } } },
	],
	'contact.getAll': () => {
		desk.sandbox.addContact({
			customAttributes: { tier: 'gold' },
			lastActivityAt: 1,
			inboxId: 523,
		});
		return [{ parameters: {} }];
	},
	'conversation.create': () => [{ parameters: { inboxId: '79', contactId: byId('1') } }],
	'conversation.updateStatus': () => [
		{ parameters: { conversationId } },
		{ parameters: { conversationId, status: 'open' } },
		{ parameters: { conversationId, status: 'snoozed', snoozedUntil: '2099-01-01T00:00:00Z' } },
	],
	'message.sendText': () => [
		{ parameters: { conversationId, content: 'Hello' } },
		{ parameters: { conversationId, content: 'Hello', ...output }, fails: true },
	],
	'message.sendAttachment': () => [
		{ parameters: { conversationId } },
		{ parameters: { conversationId, caption: 'A', ...output }, fails: true },
	],
	'message.sendTemplate': () => [
		{ parameters: template },
		{ parameters: { ...template, ...output }, fails: true },
	],
	'message.retry': async () => [
		await retryOf({ content: 'Hello' }),
		await retryOf({ operation: 'sendAttachment' }),
		{ ...(await retryOf(template)), fails: true },
	],
};

const everywhere = Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
	operations.map((operation) => [resource, operation] as const),
);

test('the node has the version that n8n looks for', () => {
	expect(desk.engine.nodeType.description.version).toBe(1);
});

describe.each(everywhere)('%s %s', (resource, operation) => {
	test('has a schema that goes into the package, in the words that n8n reads', () => {
		const paths = [pathOf(resource, operation), join('dist', pathOf(resource, operation))];
		expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
		expect(schemaOf(resource, operation)).toMatchObject({ type: 'object', version: 1 });
	});

	// What an agent decides comes by a webhook, when the run of the node is long over.
	if (operation === 'sendAndWait') return;

	test('outputs just what its schema says, and everything in it', async () => {
		expect(Object.keys(RUNS)).toContain(`${resource}.${operation}`);
		const schema = schemaOf(resource, operation);
		const seen: IDataObject[] = [];
		for (const { parameters, fails } of await RUNS[`${resource}.${operation}`]()) {
			if (fails) desk.sandbox.script(FAILED);
			const all = { resource, operation, ...parameters };
			const result = await desk.send({ parameters: all, items: [imageItem] });
			expect(result.error).toBeUndefined();
			seen.push(...result.items.map(({ json }) => json));
		}
		expect(seen.length).toBeGreaterThan(0);
		expect(seen.flatMap((json) => deviations(json, schema))).toEqual([]);
		const there = new Set(placesIn(seen));
		const missing = placesOf(schema, '[]').filter((place) => !there.has(place));
		expect(missing).toEqual([]);
	});
});

test('the schema of Send and Wait names the decision of an agent as the webhook gives it', () => {
	const decision = { data: { approved: true, respondedAt: new Date().toISOString() } };
	expect(deviations(decision, schemaOf('message', 'sendAndWait'))).toEqual([]);
});

test('the comparison notices what is not in a schema', () => {
	const schema = schemaOf('contact', 'getAll');
	expect(deviations({ id: '7', name: null, other: 1 }, schema)).toEqual([
		'.id is string',
		'.other is not in it',
	]);
});
