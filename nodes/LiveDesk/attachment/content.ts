import type { IBinaryData } from 'n8n-workflow';

/** What n8n writes into `data` of a file whose bytes are in its binary store: without the ID, they cannot be found. */
const STORES = /^(filesystem(-v2)?|s3|azure|database)$/;

/** n8n keeps a file in its binary store, under an ID, or without one in the item itself. */
export function isStored(file: IBinaryData): file is IBinaryData & { id: string } {
	return Boolean(file.id);
}

/**
 * @returns the bytes of a file in the item itself, as n8n's own helpers read them: base64 is decoded leniently, so line
 * breaks do not matter
 * @throws TypeError for what cannot be bytes
 */
export function bytesOf({ data }: IBinaryData): Buffer {
	return Buffer.from(data, 'base64');
}

/**
 * Checks what can be known of a file before any of it is sent.
 *
 * @returns what is wrong with it, as a sentence for a user; undefined for a file that can be sent
 */
export function flawOf(file: IBinaryData): string | undefined {
	if (isStored(file)) return undefined;
	const { data } = file as { data: unknown };
	if (data === undefined || data === null) return 'It holds no data.';
	if (typeof data === 'string' && STORES.test(data)) {
		return "It is in n8n's storage, but the ID under which it is there is missing.";
	}
	return data === '' || isDecodable(data) ? undefined : 'Its data is not base64.';
}

/** Node skips what is not base64, and stops at the first padding: something would be sent, but not the file. */
function isDecodable(data: unknown): boolean {
	if (typeof data === 'string') {
		const text = data.replace(/^data:[^,]*,/, '');
		// One letter alone stands for less than a byte.
		return !/[^\w+/=\s-]|=\s*[^=\s]/.test(text) && /[\w+/-]\s*[\w+/-]/.test(text);
	}
	try {
		return Buffer.from(data as string, 'base64').byteLength > 0;
	} catch {
		return false;
	}
}
