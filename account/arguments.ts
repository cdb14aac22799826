/* eslint-disable @n8n/community-nodes/no-restricted-imports */
import { parseArgs } from 'node:util';
import type { RestingStatus } from './account';
import { EarlyEnd } from './end';

export const DEFAULT_BASE_URL = 'https://livedesk-api.engagelab.com';

export const usage = `Usage: npm run check:account -- --conversation ID [options]

  --conversation ID   where the private notes go: its number, or its link in the LiveDesk console
  --base-url URL      unless it is ${DEFAULT_BASE_URL}
  --status [NOW]      snooze the conversation too, and put its status back; NOW is open or pending
  --json FILE         write the report without any personal data, to be put into an issue
  --yes               do not ask before anything is posted

The key and the secret come from LIVEDESK_API_KEY and LIVEDESK_API_SECRET, or are asked for.`;

export interface Arguments {
	conversation: string;
	baseUrl: string;
	/** What the conversation has now; 'ask' where it is to be changed, and nobody has said. */
	status?: RestingStatus | 'ask';
	json?: string;
	isAgreed: boolean;
}

const misunderstood = (text: string) => new EarlyEnd(`${text}\n\n${usage}`);

function conversationOf(given: string | undefined): string {
	if (given === undefined) throw misunderstood('Say which conversation: --conversation 141');
	const text = given.trim();
	const id = /^[A-Za-z0-9_-]+$/.test(text)
		? text
		: /\/conversations\/([A-Za-z0-9_-]+)(?:[/?#]|$)/.exec(text)?.[1];
	if (id !== undefined) return id;
	throw misunderstood('--conversation wants the number of a conversation, or its link.');
}

/** As the credential of the node: spaces around it, a slash at its end and a pasted path are forgiven. */
function baseUrlOf(given = DEFAULT_BASE_URL): string {
	const text = given
		.trim()
		.replace(/\/api\/v2(\/.*)?$/, '')
		.replace(/\/+$/, '');
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (!url || !/^https?:$/.test(url.protocol)) {
		throw misunderstood(`--base-url wants a URL such as ${DEFAULT_BASE_URL}`);
	}
	if (url.username !== '' || url.password !== '') {
		throw misunderstood('--base-url holds a user or a password: put the key and secret elsewhere.');
	}
	return text;
}

function statusOf(given: string | undefined): Arguments['status'] {
	if (given === undefined || given === 'open' || given === 'pending') return given;
	if (given === '') return 'ask';
	const why = 'others cannot be put back as they were: a survey would start, or an end be lost.';
	throw misunderstood(`--status takes only conversations that are open or pending; ${why}`);
}

/** `--status` may stand alone. */
const withStatus = (args: readonly string[]): string[] =>
	args.flatMap((arg, index) => {
		const isValue = index > 0 && args[index - 1] === '--status' && !arg.startsWith('-');
		if (isValue) return [];
		if (arg !== '--status') return [arg];
		const next = args[index + 1] ?? '-';
		return [`--status=${next.startsWith('-') ? '' : next}`];
	});

const SECRET_OPTION = /^--?(api[-_]?)?(key|secret|password|token)\b/i;

const text = { type: 'string' } as const;
const options = {
	conversation: text,
	'base-url': text,
	status: text,
	json: text,
	yes: { type: 'boolean' },
} as const;

function parsed(args: readonly string[]) {
	try {
		return parseArgs({ args: withStatus(args), options }).values;
	} catch (error) {
		const { message } = error as Error;
		throw misunderstood(`Not understood: ${message}`);
	}
}

/**
 * @param args what stands behind the command
 * @throws EarlyEnd, with the usage, where they are not understood
 */
export function readArguments(args: readonly string[]): Arguments {
	if (args.some((arg) => SECRET_OPTION.test(arg))) {
		throw misunderstood(
			'The key and the secret are not taken from the command line, where other programs can read them.',
		);
	}
	const given = parsed(args);
	const status = statusOf(given.status);
	return {
		conversation: conversationOf(given.conversation),
		baseUrl: baseUrlOf(given['base-url']),
		...(status !== undefined && { status }),
		...(given.json !== undefined && { json: given.json }),
		isAgreed: given.yes === true,
	};
}
