/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { startEngine } from '../../harness/engine';
import codex from '../../nodes/LiveDesk/LiveDesk.node.json';
import manifest from '../../package.json';

let description: INodeTypeDescription;

beforeAll(async () => {
	({ description } = (await startEngine()).nodeType);
}, 60_000);

const root = join(__dirname, '../..');

describe('the node in n8n', () => {
	test('is found by its codex', () => {
		expect(codex.node).toBe(`${manifest.name}.${description.name}`);
		expect(codex).toMatchObject({ nodeVersion: '1.0', codexVersion: '1.0' });
		expect(codex.categories).toEqual(['Communication', 'HITL']);
		expect(codex.subcategories).toEqual({ HITL: ['Human in the Loop'] });
		expect(codex.alias).toEqual(expect.arrayContaining(['engagelab', 'whatsapp', 'chatwoot']));
		const { primaryDocumentation, credentialDocumentation } = codex.resources;
		for (const { url } of [...primaryDocumentation, ...credentialDocumentation]) {
			expect(url).toMatch(/^https:\/\/\S+#\w+$/);
		}
		expect(description.codex).toMatchObject({ alias: codex.alias, categories: codex.categories });
	});

	test('is seen by its icon, in light and dark', () => {
		const { light, dark } = description.iconUrl as { light: string; dark: string };
		expect(light).not.toBe(dark);
		for (const url of [light, dark]) {
			const path = join(root, url.replace(`icons/${manifest.name}/`, ''));
			expect(existsSync(path)).toBe(true);
			expect(readFileSync(path, 'utf8')).toMatch(/^<svg [^>]*viewBox=/);
		}
	});
});
