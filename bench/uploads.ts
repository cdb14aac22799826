import FormDataLibrary from 'form-data';
import type { IExecuteFunctions, IHttpRequestOptions, INodeType } from 'n8n-workflow';

/** The ways in which other nodes send a file, to be measured beside this one. */
export const UPLOADS = {
	/** The whole file in memory, as n8n's own nodes do. */
	'bench.blob': upload(async (context, id) => {
		const buffer = await context.helpers.getBinaryDataBuffer(0, 'data');
		const form = new FormData();
		form.append('attachments[]', new Blob([buffer as Uint8Array<ArrayBuffer>]), id);
		return { body: form as unknown as IHttpRequestOptions['body'] };
	}),
	/** The usual multipart library on a stream; redirects are followed, which is the default. */
	'bench.formData': upload(async (context, id) => {
		const { fileSize } = await context.helpers.getBinaryMetadata(id);
		const form = new FormDataLibrary();
		form.append('attachments[]', await context.helpers.getBinaryStream(id), {
			filename: 'file.bin',
			knownLength: fileSize,
		});
		return { body: form as unknown as IHttpRequestOptions['body'], headers: form.getHeaders() };
	}),
};

function upload(
	prepare: (context: IExecuteFunctions, id: string) => Promise<Partial<IHttpRequestOptions>>,
): (liveDesk: INodeType) => INodeType {
	return ({ description }) => ({
		description: { ...description, name: 'upload', properties: [], requestDefaults: undefined },
		async execute(this: IExecuteFunctions) {
			const { baseUrl } = await this.getCredentials('liveDeskApi');
			const sent = this.getInputData().map(async (item, index) => {
				const json = await this.helpers.httpRequestWithAuthentication.call(this, 'liveDeskApi', {
					method: 'POST',
					url: `${String(baseUrl)}/api/v2/accounts/conversations/${index + 1}/messages`,
					...(await prepare(this, item.binary?.data.id ?? '')),
				});
				return { json, pairedItem: index };
			});
			return [await Promise.all(sent)];
		},
	});
}
