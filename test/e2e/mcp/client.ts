interface Answer {
	result?: {
		tools?: Array<{ name: string; description: string; inputSchema: object }>;
		content?: Array<{ type: string; text: string }>;
		isError?: boolean;
	};
	error?: { code: number; message: string };
}

/** A client of the Model Context Protocol, by its Streamable HTTP transport, as far as tools go. */
export interface McpClient {
	tools(): Promise<NonNullable<NonNullable<Answer['result']>['tools']>>;
	/** @returns what the tool answers, as text */
	call(name: string, values: object): Promise<{ text: string; isError: boolean }>;
}

/** Connects to a server. @throws Error with what the server said */
export async function connect(url: string): Promise<McpClient> {
	let session: string | undefined;
	let lastId = 0;
	async function post(message: object): Promise<Answer> {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				accept: 'application/json, text/event-stream',
				...(session === undefined ? {} : { 'mcp-session-id': session }),
			},
			body: JSON.stringify({ jsonrpc: '2.0', ...message }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`HTTP ${response.status}: ${text}`);
		session ??= response.headers.get('mcp-session-id') ?? undefined;
		// One answer, either as it is or as an event.
		const json = /^data: (.*)$/m.exec(text)?.[1] ?? text;
		return (json === '' ? {} : JSON.parse(json)) as Answer;
	}
	const ask = async (method: string, params: object) =>
		await post({ id: ++lastId, method, params });
	await ask('initialize', {
		protocolVersion: '2025-03-26',
		capabilities: {},
		clientInfo: { name: 'test', version: '1' },
	});
	await post({ method: 'notifications/initialized' });
	return {
		tools: async () => (await ask('tools/list', {})).result?.tools ?? [],
		async call(name, values) {
			const { result, error } = await ask('tools/call', { name, arguments: values });
			const text = (result?.content ?? []).map((part) => part.text).join('\n');
			return { text: error?.message ?? text, isError: error !== undefined || !!result?.isError };
		},
	};
}
