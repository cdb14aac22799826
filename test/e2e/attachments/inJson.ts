import type { IWorkflowSettings } from 'n8n-workflow';
import type { Execution } from '../support/execution';
import type { Sent } from '../support/files';
import type { Instance } from '../support/instance';

/** n8n's newer way to evaluate expressions comes compiled for Node 22 and 24 only. */
export const LEGACY = { N8N_EXPRESSION_ENGINE: 'legacy' };

/** An n8n, and files to send from it. */
export interface Sending {
	n8n(): Instance;
	/** Whether n8n evaluates expressions in its older way from the start. */
	isLegacy: boolean;
	/** Sends each file as a message of its own. */
	sendEach(fieldName: string, settings?: IWorkflowSettings): Promise<Execution>;
	restartWith(env: Record<string, string>): Promise<void>;
	files(): Sent[];
	/** The files that have arrived, message by message. */
	arrived(): unknown[];
}

export function sendsFilesInJson(sending: Sending): void {
	const { n8n, isLegacy, sendEach, restartWith, files, arrived } = sending;
	const sendCombined = async (fieldName: string) =>
		await sendEach(fieldName, { binaryMode: 'combined' });

	if (!isLegacy) {
		test('no file is sent while n8n cannot evaluate the credential, and that is told', async () => {
			const run = await sendCombined('data');
			expect(run.items('Read')[0]?.json).toHaveProperty('_files.data.id');
			expect(run.error?.message).toBe('n8n could not evaluate the LiveDesk credential [item 0]');
			expect(run.error?.description).toMatch(
				/^The message was not sent\. n8n says: .+\. Check the credential .+ choose v1 instead\. Sent: none\. Refused: item 0\./,
			);
			expect(n8n().sandbox.journal.entries).toEqual([]);
		});
	}

	describe("with n8n's older way to evaluate expressions", () => {
		beforeAll(async () => {
			if (!isLegacy) await restartWith(LEGACY);
		});

		test.each(['data', '_files.data'])(
			'files arrive byte by byte from the field %s',
			async (fieldName) => {
				const run = await sendCombined(fieldName);
				expect(run.error).toBeUndefined();
				expect(run.items('Read')[0]?.json).toHaveProperty('_files.data.id');
				expect(arrived()).toEqual(files().map((file) => [file]));
			},
		);
	});
}
