import { PassbaseTrigger } from '../../../nodes/Passbase/PassbaseTrigger.node';
import { passbase } from '../../../nodes/Passbase/passbase';
import { encryptCbcUnpadded } from '../../support/crypto';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { acceptedEvent, deliver, expectRefusal, type Sent } from '../../support/reception';
import { carry, credential, sample, sealed, send } from './sender';

describeReception({ provider: passbase, credential, sent: send(sample), payload: sample });

const event = (word: string) =>
	['approved', 'declined', 'pending'].map((status) => send({ ...sample, event: word, status }));

describeSelection({
	node: new PassbaseTrigger(),
	provider: passbase,
	credential,
	deliveries: {
		DATAPOINT_UPDATED: event('DATAPOINT_UPDATED'),
		IDENTITY_AUTHENTICATED: event('IDENTITY_AUTHENTICATED'),
		VERIFICATION_COMPLETED: event('VERIFICATION_COMPLETED'),
		VERIFICATION_REVIEWED: event('VERIFICATION_REVIEWED'),
		WATCHLIST_MONITORING: event('WATCHLIST_MONITORING'),
	},
	unlisted: [],
});

describe('the encryption secret', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(passbase, credential, send(sample, credential.encryptionSecret)));
		acceptedEvent(await deliver(passbase, credential, send(sample, credential.previousEncryptionSecret)));
		const third = send(sample, 'a-third-secret-of-32-bytes-5d0e7');
		expectRefusal(await deliver(passbase, credential, third), 'decryption_failed', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousEncryptionSecret);
		for (const previousEncryptionSecret of ['', '  ', undefined, null]) {
			expectRefusal(await deliver(passbase, { ...credential, previousEncryptionSecret }, sent), 'decryption_failed');
		}
	});

	test('is counted in bytes, not in letters', async () => {
		const encryptionSecret = 'ü'.repeat(16);
		const sent = send(sample, encryptionSecret);
		acceptedEvent(await deliver(passbase, { encryptionSecret }, sent));
		expectRefusal(await deliver(passbase, { encryptionSecret: 'ü'.repeat(32) }, sent), 'credential_invalid');
	});

	test.each([1, 16, 24, 31, 33, 44, 64])('cannot work when it has %i bytes', async (length) => {
		const secret = 'x'.repeat(length);
		const sent = send(sample);
		for (const stored of [{ encryptionSecret: secret }, { ...credential, previousEncryptionSecret: secret }]) {
			expectRefusal(await deliver(passbase, stored, sent), 'credential_invalid', [secret]);
		}
	});
});

const json = JSON.stringify(sample);
const good = sealed(json);
const base64 = good.toString('base64');
const without = (field: string) => JSON.stringify({ ...sample, [field]: undefined });
const withOdd = (field: string, value: unknown) => JSON.stringify({ ...sample, [field]: value });
const wholeBlocks = Buffer.from(json.padEnd(Math.ceil(json.length / 16) * 16, ' '));
const unpadded = Buffer.concat([
	good.subarray(0, 16),
	encryptCbcUnpadded(credential.encryptionSecret, good.subarray(0, 16), wholeBlocks),
]);

const failures: Readonly<Record<string, Sent>> = {
	'is empty': { body: '' },
	'is JSON that was never encrypted': { body: json },
	'is JSON that was only encoded': { body: Buffer.from(json).toString('base64') },
	'is no base64': { body: 'not base64!' },
	'is in the URL alphabet': { body: `-_${base64.slice(2)}` },
	'has no padding of base64 where it is due': { body: carry(good.subarray(0, -1)).body.toString().replace('=', '') },
	'is followed by ZZ': { body: `${base64}ZZ` },
	'is in hex': { body: good.toString('hex') },
	'is the raw bytes': { body: good },
	'is in quotes': { body: `"${base64}"` },
	'is 15 bytes': carry(good.subarray(0, 15)),
	'is the IV alone': carry(good.subarray(0, 16)),
	'lacks its IV': carry(good.subarray(16)),
	'lacks a byte': carry(good.subarray(0, -1)),
	'lacks its last block': carry(good.subarray(0, -16)),
	'has a byte more': carry(Buffer.concat([good, Buffer.alloc(1)])),
	'has a block more': carry(Buffer.concat([good, Buffer.alloc(16)])),
	'has no padding in its last block': carry(unpadded),
	'is encrypted under another secret': send(json, 'a-third-secret-of-32-bytes-5d0e7'),
	'is encrypted under a secret that differs in one letter': send(json, 'fXxsFtBKf5XDXwLvCnWvjiU58wL9LR6u'),
	'holds nothing': send(''),
	'holds no JSON': send('event=VERIFICATION_REVIEWED&status=approved'),
	'holds JSON that is cut off': send(json.slice(0, -1)),
	'holds a list': send(`[${json}]`),
	'holds a text': send(JSON.stringify(json)),
	'holds null': send('null'),
	'holds an empty object': send('{}'),
	'holds an event that is not documented': send({ ...sample, event: 'VERIFICATION_DELETED' }),
	'holds a status that is not documented': send({ ...sample, status: 'new' }),
	'holds bytes that are not UTF-8': send(Buffer.from(json.replace('}', ',"name":"\xe9"}'), 'latin1')),
	'holds no event': send(without('event')),
	'holds no key': send(without('key')),
	'holds no status': send(without('status')),
	...Object.fromEntries(
		['event', 'key', 'status'].flatMap((field) =>
			[5, null, true, '', [], ['approved'], {}, 'appr oved', 'appröved', 'approved\n', 'a\u0000b'].map((value) => [
				`holds the ${field} ${JSON.stringify(value)}`,
				send(withOdd(field, value)),
			]),
		),
	),
};

test.each([
	['in lines of 76 letters', base64.replace(/.{76}/g, '$&\r\n')],
	['with a line break at its end', `${base64}\n`],
	['with white space at both ends', ` \t${base64}\r\n`],
])('a body %s says the same', async (_, body) => {
	const event = acceptedEvent(await deliver(passbase, credential, { body }));
	expect(event).toStrictEqual(acceptedEvent(await deliver(passbase, credential, carry(good))));
});

describe('a body that cannot be an event', () => {
	const refusal = deliver(passbase, credential, { body: 'anything' });

	test.each(Object.entries(failures))('is refused in the same words when it %s', async (_, sent) => {
		const result = await deliver(passbase, credential, sent);
		expectRefusal(result, 'decryption_failed', [...Object.values(credential), 'approved']);
		expect(result).toStrictEqual(await refusal);
	});

	test('is refused in the same words whatever its headers are', async () => {
		const headers = { 'content-type': 'application/json', 'x-signature': 'a' };
		expect(await deliver(passbase, credential, { body: json, headers })).toStrictEqual(await refusal);
	});

	test('is refused in the same words with and without a previous secret', async () => {
		const { encryptionSecret } = credential;
		for (const sent of Object.values(failures)) {
			expect(await deliver(passbase, { encryptionSecret }, sent)).toStrictEqual(await refusal);
		}
	});
});
