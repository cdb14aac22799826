/** The header `Authorization` by which LiveDesk knows a client. */
export const basic = (key: string, secret: string) =>
	`Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
