import { generate } from 'selfsigned';

/** A key and its certificate, in PEM. */
interface Certificate {
	key: string;
	cert: string;
}

/** @returns a certificate for a host, which only those trust who trust the authority; nobody where there is none */
export async function certificateFor(
	name: string,
	validUntil = new Date('2099-01-01'),
	ca?: Certificate,
): Promise<Certificate> {
	const pem = await generate([{ name: 'commonName', value: name }], {
		ca,
		keyType: 'ec',
		algorithm: 'sha256',
		notBeforeDate: new Date('2020-01-01'),
		notAfterDate: validUntil,
		extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
	});
	return { key: pem.private, cert: pem.cert };
}

/** @returns what signs certificates for whoever trusts it */
export async function certificateAuthority(): Promise<Certificate> {
	const pem = await generate([{ name: 'commonName', value: 'Tests' }], {
		keyType: 'ec',
		algorithm: 'sha256',
		extensions: [
			{ name: 'basicConstraints', cA: true, critical: true },
			{ name: 'keyUsage', keyCertSign: true, critical: true },
		],
	});
	return { key: pem.private, cert: pem.cert };
}
