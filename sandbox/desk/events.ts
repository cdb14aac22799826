import type { FastifyReply } from 'fastify';

type Response = FastifyReply['raw'];

/** The live feed of the page: Server-Sent Events to everybody who listens. */
export class Events {
	private readonly listeners = new Set<Response>();

	/** Turns a response into a feed, until its client leaves. */
	listen(response: Response): void {
		response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
		response.write('retry: 1000\n\n');
		this.listeners.add(response);
		response.once('close', () => this.listeners.delete(response));
	}

	tell(event: 'message' | 'status' | 'conversations' | 'contacts', data: unknown): void {
		if (this.listeners.size === 0) return;
		const text = `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
		for (const listener of this.listeners) listener.write(text);
	}
}
