import { generateKeyPairSync, sign } from 'node:crypto';

/** The few parts of ASN.1's DER that a certificate is made of. */
const der = (tag: number, ...parts: Buffer[]): Buffer => {
	const content = Buffer.concat(parts);
	const { length } = content;
	const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 255];
	return Buffer.concat([Buffer.from(head), content]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const set = (...parts: Buffer[]) => der(0x31, ...parts);
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes);
const integer = (value: number) => der(0x02, Buffer.from([value]));
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const utf8 = (text: string) => der(0x0c, Buffer.from(text));
const utcTime = (text: string) => der(0x17, Buffer.from(text));

const COMMON_NAME = oid('550403');
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

/** A key, and a certificate for it that nobody but itself vouches for, both as PEM. */
export function selfSigned(name: string): { key: string; cert: string } {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const subject = sequence(set(sequence(COMMON_NAME, utf8(name))));
	const version3 = der(0xa0, integer(2));
	const toSign = sequence(
		version3,
		integer(1),
		ECDSA_WITH_SHA256,
		subject,
		sequence(utcTime('250101000000Z'), utcTime('491231235959Z')),
		subject,
		publicKey.export({ type: 'spki', format: 'der' }),
	);
	const signature = sign('sha256', toSign, privateKey);
	const certificate = sequence(toSign, ECDSA_WITH_SHA256, bits(signature)).toString('base64');
	return {
		key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
		cert: `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----\n`,
	};
}
