/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = (name: string) => readFileSync(join(__dirname, 'files', name));

export const photo = { content: file('parcel.png'), mimeType: 'image/png' };

export const invoice = (order: number) => ({
	content: file(`invoice-${order}.pdf`),
	mimeType: 'application/pdf',
});
