import { readSecrets } from '../../webhook/secrets';
import { allSamples } from '../support/providers';

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	'a stored credential of %s',
	(_, { provider, newSecrets }) => {
		const { fields } = provider.credential;
		const secrets = newSecrets();
		const required = fields.filter((field) => field.required);
		const optional = fields.filter((field) => !field.required);
		const check = (changes: Readonly<Record<string, unknown>>) => readSecrets({ fields }, { ...secrets, ...changes });

		test('works with the required secrets alone', () => {
			const stored = Object.fromEntries(required.map(({ name }) => [name, secrets[name]]));
			const none = Object.fromEntries(optional.map(({ name }) => [name, '']));
			expect(required.length).toBeGreaterThan(0);
			expect(readSecrets({ fields }, stored)).toEqual({ ok: true, secrets: { ...stored, ...none } });
		});

		test.each(optional.map(({ name }) => name))('takes a blank %s for none', (name) => {
			for (const blank of [undefined, null, '', ' ', '\t\n', '\u00a0']) {
				expect(check({ [name]: blank })).toEqual({ ok: true, secrets: { ...secrets, [name]: '' } });
			}
		});

		test.each(required.map(({ name, label }) => [name, label] as const))('needs its %s', (name, label) => {
			for (const blank of [undefined, null, '', ' ', '\t\n', '\u00a0']) {
				const problem = `${label} is empty: copy it from the provider.`;
				expect(check({ [name]: blank })).toEqual({ ok: false, problem });
			}
		});

		test.each(fields.map(({ name, label }) => [name, label] as const))(
			'takes no %s with white space around, and nothing but text',
			(name, label) => {
				const [given = ''] = required.map((field) => secrets[field.name]);
				for (const secret of [
					` ${given}`,
					`${given} `,
					`${given}\n`,
					`\r\n${given}`,
					`${given}\u00a0`,
					`\ufeff${given}`,
				]) {
					const problem = `${label} begins or ends with a space or a line break: remove it.`;
					expect(check({ [name]: secret })).toEqual({ ok: false, problem });
				}
				for (const secret of [5, 0, true, false, {}, [], [given]]) {
					expect(check({ [name]: secret })).toEqual({ ok: false, problem: `${label} must be text.` });
				}
			},
		);

		test('that is not there cannot work', () => {
			expect(readSecrets({ fields }, null)).toMatchObject({ ok: false });
			expect(readSecrets({ fields }, {})).toMatchObject({ ok: false });
		});
	},
);

describe('a secret of the wrong shape', () => {
	const fieldsOf = (id: string) =>
		allSamples.find(({ provider }) => provider.id === id)?.provider.credential.fields ?? [];
	const bytes = 'x'.repeat(32);

	const problem = 'must be 32 bytes long: copy it whole from the provider';

	test.each(['x'.repeat(31), 'x'.repeat(33), 'ü'.repeat(32)])('of Passbase is told by its length: %s', (secret) => {
		expect(readSecrets({ fields: fieldsOf('passbase') }, { encryptionSecret: secret })).toEqual({
			ok: false,
			problem: `Encryption Secret ${problem}.`,
		});
		const rotation = { encryptionSecret: bytes, previousEncryptionSecret: secret };
		expect(readSecrets({ fields: fieldsOf('passbase') }, rotation)).toEqual({
			ok: false,
			problem: `Previous Encryption Secret (Rotation Only) ${problem}.`,
		});
	});

	test('of Passbase may have 32 bytes of any letters', () => {
		for (const encryptionSecret of [bytes, 'ü'.repeat(16), '李'.repeat(10) + 'ab', `a${' '.repeat(30)}b`]) {
			expect(readSecrets({ fields: fieldsOf('passbase') }, { encryptionSecret })).toMatchObject({ ok: true });
		}
	});

	const others = { signatureSecret: 'not base64!', encryptionSalt: 'not base64!' };

	test.each(['not base64!', 'YQ==YQ==', '=', 'YWJ', 'YWI', 'YWI='])(
		'of Humanos is told by its alphabet: %s',
		(secret) => {
			const isBase64 = /^YW/.test(secret);
			const problem = 'must be base64: copy it whole from the provider';
			expect(readSecrets({ fields: fieldsOf('humanos') }, { ...others, encryptionSecret: secret })).toEqual(
				isBase64 ? expect.objectContaining({ ok: true }) : { ok: false, problem: `Encryption Secret ${problem}.` },
			);
			const rotation = { ...others, encryptionSecret: 'YWJj', previousEncryptionSecret: secret };
			expect(readSecrets({ fields: fieldsOf('humanos') }, rotation)).toEqual(
				isBase64
					? expect.objectContaining({ ok: true })
					: { ok: false, problem: `Previous Encryption Secret (Rotation Only) ${problem}.` },
			);
		},
	);
});
