/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Debian keeps PostgreSQL's programs here, by major version, and off the PATH. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

function postgresFolders(): string[] {
	if (!existsSync(POSTGRES_VERSIONS)) return [];
	const newestFirst = readdirSync(POSTGRES_VERSIONS).sort((a, b) => Number(b) - Number(a));
	return newestFirst.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
}

function find(name: string, folders: string[]): string {
	const path = folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
	if (path !== undefined) return path;
	throw new Error(
		`n8n's queue mode needs Redis and PostgreSQL, and ${name} is not on this machine. On Debian or Ubuntu: apt-get install -y redis-server postgresql`,
	);
}

const onPath = () => (process.env.PATH ?? '').split(delimiter);

/** @throws Error that says what to install */
export const redisBinary = (): string => find('redis-server', onPath());

/** @throws Error that says what to install */
export const postgresBinary = (name: 'initdb' | 'postgres' | 'pg_isready'): string =>
	find(name, [...postgresFolders(), ...onPath()]);
