import { truora } from '../../../nodes/Truora/truora';
import { hmac, jwt, rsaSigner, segment } from '../../support/crypto';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { carry, credential, sample, SECONDS } from './sender';

const { signingKey } = credential;
const claims = { events: [sample], iat: SECONDS, iss: 'Truora' };
const good = jwt(signingKey, claims);
const [header = '', payload = '', signature = ''] = good.split('.');
const untold = [...Object.values(credential), signature, payload];

const receiveBody = (body: string | Uint8Array) => deliver(truora, credential, { body });

describe('the body', () => {
	test.each([
		['the token alone', good],
		['the token in quotes', `"${good}"`],
		['the token in an object', `{"token":"${good}"}`],
		['the token in an object beside other things', `{ "id": 1,\n"token": "${good}", "event": {} }`],
		['an object with white space around', `\r\n {"token":"${good}"} \n`],
		['the token with white space around', ` \t${good}\r\n`],
		['quotes with white space around', `\n"${good}" `],
	])('may be %s', async (_, body) => {
		expect(acceptedEvent(await receiveBody(body))).toMatchObject({ status: 'approved', payload: sample });
	});

	test.each([
		['empty', ''],
		['white space', ' \n'],
		['a pair of quotes', '""'],
		['the token in two pairs of quotes', `""${good}""`],
		['the token in single quotes', `'${good}'`],
		['the token with one quote', `"${good}`],
		['the token with white space inside its quotes', `" ${good} "`],
		['a Bearer header', `Bearer ${good}`],
		['a form', `token=${good}`],
		['an object without a token', '{"jwt":"a"}'],
		['an object whose token is a number', '{"token":5}'],
		['an object whose token is a list', `{"token":["${good}"]}`],
		['an object whose token is null', '{"token":null}'],
		['an object that is cut off', `{"token":"${good}"`],
		['a list', `["${good}"]`],
		['the claims without a signature', JSON.stringify(claims)],
		['two tokens', `${good}\n${good}`],
		['two tokens in a list', `${good},${good}`],
		['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x2e, 0x2e])],
	])('is not a token when it is %s', async (_, body) => {
		expectRefusal(await receiveBody(body), 'token_malformed', untold);
	});
});

const [first = '', ...others] = payload;
const malformed: ReadonlyArray<readonly [string, string]> = [
	['no dots', good.replaceAll('.', '')],
	['one dot', `${header}.${payload}${signature}`],
	['no signature part', `${header}.${payload}`],
	['a fourth part', `${good}.`],
	['a fourth part with something in it', `${good}.${signature}`],
	['five parts, as an encrypted token has', `${good}.a.b`],
	['only dots', '..'],
	['nothing for a header', `.${payload}.${signature}`],
	['a header that is no base64', `!${header.slice(1)}.${payload}.${signature}`],
	['padding behind the header', `${header}=.${payload}.${signature}`],
	['padding behind the signature', `${good}=`],
	['a line break in it', `${header}.${first}\n${others.join('')}.${signature}`],
	['a blank in it', `${header}. ${payload}.${signature}`],
	['the standard alphabet in it', `${header}.${payload}.+/${signature.slice(2)}`],
	['a sign of no alphabet behind it', `${good}#`],
	['a header that is not JSON', signedAs('not JSON')],
	['a header that is a list', signedAs('["HS256"]')],
	['a header that is null', signedAs('null')],
	['an empty header', signedAs('{}')],
	['no algorithm', signedAs({ typ: 'JWT' })],
	['an algorithm that is null', signedAs({ alg: null })],
	['an algorithm that is a list', signedAs({ alg: ['HS256'] })],
	['an algorithm that is an object', signedAs({ alg: { toString: 'HS256' } })],
	['an empty algorithm', signedAs({ alg: '' })],
	['an extension that must be understood', signedAs({ alg: 'HS256', crit: ['exp'], exp: 1 })],
	['an extension that must be understood and is nobody knows what', signedAs({ alg: 'HS256', crit: ['x'], x: 1 })],
	['an extension that is not there', signedAs({ alg: 'HS256', crit: ['x'] })],
	['an extension that changes what is signed', signedAs({ alg: 'HS256', crit: ['b64'], b64: true })],
	['a header of more than one KiB', signedAs({ alg: 'HS256', kid: 'k'.repeat(750) })],
	['an empty list of extensions', signedAs({ alg: 'HS256', crit: [] })],
	['extensions that are no list', signedAs({ alg: 'HS256', crit: 'x', x: 1 })],
];

function signedAs(head: Parameters<typeof segment>[0], hash?: Parameters<typeof jwt>[3]): string {
	return jwt(signingKey, claims, head, hash);
}

describe('a token', () => {
	test.each(malformed)('is malformed with %s', async (_, token) => {
		expectRefusal(await deliver(truora, credential, carry(token)), 'token_malformed', untold);
	});

	test('is malformed in any but the one canonical base64url', async () => {
		// 32 bytes leave two bits of the last character unused: four spellings decode to the same.
		let alike = 0;
		for (const last of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_') {
			const text = signature.slice(0, -1) + last;
			if (Buffer.from(text, 'base64url').equals(Buffer.from(signature, 'base64url'))) alike++;
			const code = text === signature ? null : isCanonical(text) ? 'signature_mismatch' : 'token_malformed';
			const result = await deliver(truora, credential, carry(`${header}.${payload}.${text}`));
			if (code === null) acceptedEvent(result);
			else expectRefusal(result, code, untold);
		}
		expect(alike).toBe(4);
	});

	test.each([
		['no signature', ''],
		['a signature of one byte', 'AA'],
		['half of the signature', Buffer.from(signature, 'base64url').subarray(0, 16).toString('base64url')],
		['a signature that is a byte longer', Buffer.from(`${signature}AA`, 'base64url').toString('base64url')],
		['a signature of zeros', Buffer.alloc(32).toString('base64url')],
		['the signature of another token', jwt(signingKey, { ...claims, iat: 1 }).split('.')[2] ?? ''],
		['a signature without the header', hmac(signingKey, payload).toString('base64url')],
		[
			'the signature of the bytes instead of their base64',
			hmac(signingKey, JSON.stringify(claims)).toString('base64url'),
		],
	])('does not match with %s', async (_, wrong) => {
		const result = await deliver(truora, credential, carry(`${header}.${payload}.${wrong}`));
		expectRefusal(result, 'signature_mismatch', untold);
	});

	test('does not match when any one bit of the signature is another', async () => {
		for (let bit = 0; bit < 256; bit++) {
			const bytes = Buffer.from(signature, 'base64url');
			bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
			const token = `${header}.${payload}.${bytes.toString('base64url')}`;
			expectRefusal(await deliver(truora, credential, carry(token)), 'signature_mismatch', untold);
		}
	});

	test('does not match when any one byte of the claims is another', async () => {
		const bytes = Buffer.from(payload, 'base64url');
		for (let at = 0; at < bytes.length; at++) {
			const flipped = Buffer.from(bytes);
			flipped.writeUInt8(bytes.readUInt8(at) ^ (1 << (at & 7)), at);
			const token = `${header}.${flipped.toString('base64url')}.${signature}`;
			expectRefusal(await deliver(truora, credential, carry(token)), 'signature_mismatch', untold);
		}
	});

	test('does not match when something is added to its header', async () => {
		const other = segment({ alg: 'HS256', typ: 'JWT', kid: '1' });
		const result = await deliver(truora, credential, carry(`${other}.${payload}.${signature}`));
		expectRefusal(result, 'signature_mismatch', untold);
	});
});

describe('the algorithm', () => {
	test.each([
		'none',
		'None',
		'NONE',
		'nOnE',
		' none',
		'hs256',
		'HS256 ',
		'HS1',
		'RS256',
		'PS256',
		'ES256',
		'EdDSA',
		'dir',
	])('is never %j, whether the signature is empty or that of HS256', async (alg) => {
		const unsigned = `${segment({ alg, typ: 'JWT' })}.${payload}.`;
		for (const token of [unsigned, signedAs({ alg, typ: 'JWT' })]) {
			const result = await deliver(truora, credential, carry(token));
			expectRefusal(result, 'token_algorithm_not_allowed', untold);
		}
	});

	test.each([
		['HS384', 'sha384'],
		['HS512', 'sha512'],
	] as const)('is never %s, although the key is the right one', async (alg, hash) => {
		const token = signedAs({ alg, typ: 'JWT' }, hash);
		expectRefusal(await deliver(truora, credential, carry(token)), 'token_algorithm_not_allowed', untold);
	});

	test('is never that of a key in the header of the token', async () => {
		const k = Buffer.from('the key of the forger').toString('base64url');
		const token = jwt('the key of the forger', claims, {
			alg: 'HS256',
			jwk: { kty: 'oct', k },
			jku: 'https://x',
			kid: '',
		});
		expectRefusal(await deliver(truora, credential, carry(token)), 'signature_mismatch', untold);
	});

	test('is never RS256, even when the stored key is the public key that it verifies under', async () => {
		const signer = rsaSigner();
		const token = signer.jwt(claims, { alg: 'RS256', typ: 'JWT' });
		for (const stored of [credential, { signingKey: signer.publicKey }]) {
			expectRefusal(await deliver(truora, stored, carry(token)), 'token_algorithm_not_allowed');
		}
		const mislabeled = signer.jwt(claims, { alg: 'HS256', typ: 'JWT' });
		expectRefusal(await deliver(truora, { signingKey: signer.publicKey }, carry(mislabeled)), 'signature_mismatch');
		signer.dispose();
	});

	test('is HS256 whatever the header says besides', async () => {
		for (const head of [{ alg: 'HS256' }, { typ: 'anything', alg: 'HS256', kid: 'k' }, '{ "alg" : "HS\\u003256" }']) {
			acceptedEvent(await deliver(truora, credential, carry(signedAs(head))));
		}
	});
});

function isCanonical(text: string): boolean {
	return Buffer.from(text, 'base64url').toString('base64url') === text;
}
