/** An error with a code of Node's. */
export const failure = (code: string, more: object = {}) =>
	Object.assign(new Error('failed'), { code, ...more });
export const named = (name: string, message = 'no') => Object.assign(new Error(message), { name });

/** As n8n 1 gives it: without the cause, the code as `httpCode`, and Node's own text in `messages`. */
export const byN8n1 = (code: string, text = 'failed') =>
	Object.assign(named('NodeApiError', 'Something n8n says'), {
		httpCode: code,
		messages: [text, text],
	});
