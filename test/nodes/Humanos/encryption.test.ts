import crypto from 'node:crypto';
import { humanos } from '../../../nodes/Humanos/humanos';
import { acceptedEvent, deliver, expectRefusal, type Credential } from '../../support/reception';
import { bodies, body, credential, send, SIGNED_AT, timestamp } from './sender';

const receive = (text: string, stored: Credential = credential) =>
	deliver(humanos, stored, send(text), { now: SIGNED_AT });
const bodyOf = (name: string) => bodies[name] ?? '';

const none = { previousSignatureSecret: '', previousEncryptionSecret: '', previousEncryptionSalt: '' };
const current = { ...credential, ...none };
const { previousSignatureSecret, previousEncryptionSecret, previousEncryptionSalt } = credential;

const keys = [
	'current secret, current salt',
	'previous secret, current salt',
	'current secret, previous salt',
	'previous secret, previous salt',
	'third secret, current salt',
	'current secret, third salt',
];

describe('a rotation', () => {
	test.each([
		['of nothing', none, [keys[0]]],
		['of the encryption secret', { ...none, previousEncryptionSecret }, [keys[0], keys[1]]],
		['of the encryption salt', { ...none, previousEncryptionSalt }, [keys[0], keys[2]]],
		['of both', { ...none, previousEncryptionSecret, previousEncryptionSalt }, keys.slice(0, 4)],
		['whose fields are blank', { ...none, previousEncryptionSecret: ' ', previousEncryptionSalt: '\n' }, [keys[0]]],
	])('%s accepts the current and the previous key, and no third', async (_, previous, accepted) => {
		for (const name of keys) {
			const result = await receive(bodyOf(name), { ...credential, ...previous });
			if (accepted.includes(name)) acceptedEvent(result);
			else expectRefusal(result, 'decryption_failed', Object.values(credential));
		}
	});

	test('of the signature secret alone accepts either signature', async () => {
		const stored = { ...current, previousSignatureSecret };
		const signedWith = (secret: string) => deliver(humanos, stored, send(body, timestamp, secret), { now: SIGNED_AT });
		acceptedEvent(await signedWith(credential.signatureSecret));
		acceptedEvent(await signedWith(previousSignatureSecret));
		for (const third of ['a third secret', ' ', credential.encryptionSecret, credential.encryptionSalt]) {
			expectRefusal(await signedWith(third), 'signature_mismatch', Object.values(credential));
		}
	});

	test('of all three accepts the old and the new, and any mixture of the signatures', async () => {
		for (const name of [keys[0] ?? '', keys[3] ?? '']) {
			for (const secret of [credential.signatureSecret, previousSignatureSecret]) {
				const sent = send(bodyOf(name), timestamp, secret);
				acceptedEvent(await deliver(humanos, credential, sent, { now: SIGNED_AT }));
			}
		}
	});

	test('that is over refuses the old signature', async () => {
		const sent = send(body, timestamp, previousSignatureSecret);
		expectRefusal(await deliver(humanos, current, sent, { now: SIGNED_AT }), 'signature_mismatch');
	});
});

describe('the encryption secret', () => {
	test('may lack the padding of its base64', async () => {
		acceptedEvent(await receive(body, { ...current, encryptionSecret: current.encryptionSecret.replace(/=+$/, '') }));
	});

	test.each(['not base64!', 'Z', 'abcde', '====', 'ab=c', 'abc=d', '-_-_', 'YWJj ZGVm', 'YWJj\nZGVm', 'schlüssel'])(
		'cannot work when it is no base64: %j',
		async (secret) => {
			expectRefusal(await receive(body, { ...current, encryptionSecret: secret }), 'credential_invalid', [secret]);
			const stored = { ...current, previousEncryptionSecret: secret };
			expectRefusal(await receive(body, stored), 'credential_invalid', [secret]);
		},
	);
});

describe('the encrypted wrapper', () => {
	const { iv, data, tag } = JSON.parse(body) as Record<'iv' | 'data' | 'tag', string>;
	const altered = (changes: Readonly<Record<string, unknown>>) => JSON.stringify({ iv, data, tag, ...changes });
	const bytes = (text: string) => Buffer.from(text, 'base64');
	const shorter = (text: string, length: number) => bytes(text).subarray(0, length).toString('base64');

	test('holds what the provider said', async () => {
		expect(acceptedEvent(await receive(body)).payload).toStrictEqual(JSON.parse(bodies.plaintext ?? ''));
	});

	test('may hold other fields too, and an IV of another length', async () => {
		acceptedEvent(await receive(altered({ version: 2, keyId: null })));
		acceptedEvent(await receive(bodyOf('an IV of 16 bytes')));
	});

	test('may hold a plaintext spelled as JSON allows', async () => {
		const event = acceptedEvent(await receive(bodyOf('a plaintext spelled as JSON allows')));
		expect(event).toMatchObject({ status: 'approved', verificationId: 'a/b', subject: { name: 'José 李' } });
		expect(event.payload).toMatchObject({
			requestId: 'a/b',
			n: Number('12345678901234567890'),
			decision: { riskScore: 1 },
		});
	});

	const flipped = (text: string, bit: number) => {
		const copy = bytes(text);
		copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
		return copy.toString('base64');
	};

	const wrong: Readonly<Record<string, string>> = {
		'an event that is not encrypted': bodies.plaintext ?? '',
		'an event beside the wrapper': altered({ iv: undefined, eventType: 'identity', decision: { success: true } }),
		'no JSON': 'iv=a&data=b&tag=c',
		'empty text': '',
		'a list': `[${body}]`,
		'a text': JSON.stringify(body),
		null: 'null',
		'an empty object': '{}',
		'additional data': bodyOf('additional data'),
		'a wrapper inside another object': JSON.stringify({ payload: { iv, data, tag } }),
		'another IV': altered({ iv: flipped(iv, 3) }),
		'another tag': altered({ tag: flipped(tag, 127) }),
		'other data': altered({ data: flipped(data, 8) }),
		'less data': altered({ data: shorter(data, bytes(data).length - 1) }),
		'no bytes of data': altered({ data: '' }),
		'data and tag exchanged': altered({ data: tag, tag: data }),
		'a tag that is a byte longer': altered({ tag: Buffer.concat([bytes(tag), Buffer.alloc(1)]).toString('base64') }),
		'the tag at the end of the data': altered({ data: Buffer.concat([bytes(data), bytes(tag)]).toString('base64') }),
		'a tag in hex': altered({ tag: bytes(tag).toString('hex') }),
		'an IV in hex': altered({ iv: bytes(iv).toString('hex') }),
		'data without padding of its base64': altered({ data: `${data.replace(/=+$/, '')}A` }),
		'a tag without the padding of its base64': altered({ tag: tag.replace(/=+$/, '') }),
		'a blank behind the tag': altered({ tag: `${tag} ` }),
		'a line break in the data': altered({ data: `${data.slice(0, 76)}\n${data.slice(76)}` }),
		'a tag in the URL alphabet': altered({ tag: `-_${tag.slice(2)}` }),
		...Object.fromEntries(
			[0, 1, 4, 8, 12, 13, 14, 15].map((length) => [
				`a tag of ${length} bytes`,
				altered({ tag: shorter(tag, length) }),
			]),
		),
		...Object.fromEntries(
			['iv', 'data', 'tag'].flatMap((name) =>
				[undefined, null, 5, true, '', [], {}, [iv]].map((value) => [
					`the ${name} ${JSON.stringify(value)}`,
					altered({ [name]: value }),
				]),
			),
		),
	};

	test.each(Object.entries(wrong))('is refused in the same words when it is or has %s', async (_, text) => {
		const result = await receive(text);
		expectRefusal(result, 'decryption_failed', [...Object.values(credential), iv, tag]);
		expect(result).toStrictEqual(await receive(bodyOf('third secret, current salt')));
	});

	test('is refused with any one bit of the tag flipped', async () => {
		for (let bit = 0; bit < 128; bit += 5) {
			expectRefusal(await receive(altered({ tag: flipped(tag, bit) })), 'decryption_failed');
		}
	});

	test('is refused without a signature, although it decrypts', async () => {
		expectRefusal(await deliver(humanos, credential, { body }, { now: SIGNED_AT }), 'signature_missing');
	});
});

describe('a key that cannot be derived', () => {
	afterEach(() => {
		jest.restoreAllMocks();
	});

	const failing = {
		'calls back with an error': (...parameters: unknown[]) => {
			(parameters.at(-1) as (error: Error) => void)(new Error('out of memory'));
		},
		throws: () => {
			throw new Error('out of memory');
		},
	};

	test.each(Object.entries(failing))('refuses this delivery, and not the next: PBKDF2 %s', async (name, fail) => {
		// A salt that no other test has used.
		const stored = { ...current, encryptionSalt: `a salt for what ${name}` };
		const derive = jest.spyOn(crypto, 'pbkdf2').mockImplementation(fail as typeof crypto.pbkdf2);
		const refused = await receive(body, stored);
		expectRefusal(refused, 'decryption_failed', Object.values(stored));
		expect(refused).toStrictEqual(await receive(bodyOf('third secret, current salt'), stored));
		expect(derive).toHaveBeenCalledTimes(2);

		derive.mockImplementation(((...parameters: unknown[]) => {
			const key = crypto.pbkdf2Sync(
				Buffer.from(current.encryptionSecret, 'base64'),
				current.encryptionSalt,
				10_000,
				32,
				'sha256',
			);
			(parameters.at(-1) as (error: null, bytes: Buffer) => void)(null, key);
		}) as typeof crypto.pbkdf2);
		acceptedEvent(await receive(body, stored));
		acceptedEvent(await receive(body, stored));
		expect(derive).toHaveBeenCalledTimes(3);
	});
});
