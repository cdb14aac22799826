/** What n8n's editor uses to talk to its server. */
export interface Rest {
	/** @returns the answer's `data`; throws Error with n8n's words for a status that is not 2xx */
	call<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
	/** The login, as a Cookie header. */
	cookie(): string;
}

export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Sandbox',
	lastName: 'Owner',
	password: 'LiveDesk-1',
};

/** Sets up the owner account of a new n8n, or logs in to one that has it. */
export async function logIn(url: string): Promise<Rest> {
	let cookie = '';
	async function ask(method: string, path: string, body?: unknown) {
		const reply = await fetch(url + path, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': 'n8n-nodes-livedesk',
				// n8n closes a connection that has been idle: a request on its way at that moment would be lost.
				connection: 'close',
				...(cookie ? { cookie } : {}),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const set = reply.headers.getSetCookie();
		if (set.length > 0) cookie = set.map((value) => value.split(';')[0]).join('; ');
		return reply;
	}
	const settings = (await (await ask('GET', '/rest/settings')).json()) as {
		data: { userManagement?: { showSetupOnFirstLoad?: boolean } };
	};
	const isNew = settings.data.userManagement?.showSetupOnFirstLoad === true;
	const login = isNew
		? await ask('POST', '/rest/owner/setup', OWNER)
		: await ask('POST', '/rest/login', {
				emailOrLdapLoginId: OWNER.email,
				password: OWNER.password,
			});
	if (!login.ok)
		throw new Error(`n8n refused the login (HTTP ${login.status}): ${await login.text()}`);
	return {
		cookie: () => cookie,
		async call<T>(method: string, path: string, body?: unknown) {
			const reply = await ask(method, path, body);
			const text = await reply.text();
			if (!reply.ok)
				throw new Error(`${method} ${path}: HTTP ${reply.status} ${text.slice(0, 500)}`);
			return (text === '' ? undefined : (JSON.parse(text) as { data: T }).data) as T;
		},
	};
}
