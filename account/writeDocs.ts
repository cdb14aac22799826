/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { factsPage } from './docs';

export const FACTS_FILE = resolve(__dirname, '../docs/api-facts.md');

/** The page as it is in the repository. */
export async function formattedFacts(): Promise<string> {
	const config = await resolveConfig(FACTS_FILE);
	return await format(factsPage(), { ...config, filepath: FACTS_FILE });
}

if (require.main === module) {
	void formattedFacts().then((page) => writeFileSync(FACTS_FILE, page));
}
