// A LiveDesk of just one endpoint, lean enough not to be what is measured: answers each message after a delay, and
// remembers what arrived. Runs in a process of its own, so that its work counts for nobody.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const state = { arrivals: [], connections: 0, peak: 0 };
let delay = () => 0;
let nextId = 1;

const server = createServer((request, response) => {
	const [, , , , , conversation] = request.url.split('/');
	let body = '';
	let bytes = 0;
	const isText = request.headers['content-type']?.startsWith('application/json');
	const hash = isText ? undefined : createHash('sha256');
	request.on('data', (chunk) => {
		bytes += chunk.length;
		if (isText) body += chunk;
		else hash.update(chunk);
	});
	request.on('end', () => {
		const content = isText ? JSON.parse(body).content : '';
		const reply = JSON.stringify({
			id: nextId++,
			content,
			inbox_id: 79,
			conversation_id: Number(conversation),
			message_type: 1,
			content_type: 'text',
			status: 'sent',
			content_attributes: {},
			created_at: 1762331029,
			private: false,
		});
		// A message has arrived once it is stored, after the work on it: that is what orders a conversation.
		setTimeout(() => {
			state.arrivals.push({ conversation, content, bytes });
			response.setHeader('content-type', 'application/json').end(reply);
		}, delay());
	});
});
server.on('connection', (socket) => {
	state.peak = Math.max(state.peak, ++state.connections);
	socket.on('close', () => state.connections--);
});

process.on('message', ({ ask, min = 0, max = min }) => {
	if (ask === 'reset') {
		Object.assign(state, { arrivals: [], peak: state.connections });
		delay = () => min + Math.random() * (max - min);
		process.send({ done: true });
	}
	if (ask === 'report') process.send({ arrivals: state.arrivals, peak: state.peak });
});
process.on('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
