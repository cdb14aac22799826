import { generate } from 'selfsigned';

/** @returns a key and a certificate for a host, which nobody trusts; in PEM */
export async function certificateFor(name: string, validUntil = new Date('2099-01-01')) {
	const pem = await generate([{ name: 'commonName', value: name }], {
		keyType: 'ec',
		algorithm: 'sha256',
		notBeforeDate: new Date('2020-01-01'),
		notAfterDate: validUntil,
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
	});
	return { key: pem.private, cert: pem.cert };
}
