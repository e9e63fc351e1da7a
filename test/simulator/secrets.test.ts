import { recipes } from '../../recipes';
import { samplesBy } from '../../recipe/provider';
import { collectSecrets, neededBy, variableOf } from '../../cli/secrets';
import { samples as humanos } from '../../nodes/Humanos/samples';
import { samples as sumsub } from '../../nodes/Sumsub/samples';
import { samples as truora } from '../../nodes/Truora/samples';
import { allSamples } from '../support/providers';

const recipeSamples = recipes.map(samplesBy);
const recipeOf = (id: string) => recipeSamples.find(({ provider }) => provider.id === id)!;

test('each secret has a variable of its own', () => {
	expect(humanos.provider.credential.fields.map(variableOf).slice(0, 3)).toEqual([
		'N8N_KYC_SIGNATURE_SECRET',
		'N8N_KYC_ENCRYPTION_SECRET',
		'N8N_KYC_ENCRYPTION_SALT',
	]);
	for (const { provider } of allSamples) {
		const variables = provider.credential.fields.map(variableOf);
		expect(new Set(variables).size).toBe(variables.length);
		for (const variable of variables) expect(variable).toMatch(/^N8N_KYC_[A-Z]+(_[A-Z]+)*$/);
	}
});

test('secrets come from the environment, and nobody is asked', async () => {
	const ask = jest.fn();
	const collected = await collectSecrets(truora, { N8N_KYC_SIGNING_KEY: 'key' }, ask);
	expect(collected).toEqual({ ok: true, credential: { signingKey: 'key' } });
	expect(ask).not.toHaveBeenCalled();
});

test('what the environment has not is asked for, but no previous secret', async () => {
	const ask = jest.fn(async (label: string) => `the ${label}`);
	expect(await collectSecrets(truora, {}, ask)).toEqual({ ok: true, credential: { signingKey: 'the Signing Key' } });
	expect(ask).toHaveBeenCalledTimes(1);
});

test('what is missing is named when nobody is there to answer', async () => {
	const environment = { N8N_KYC_ENCRYPTION_SALT: 'salt' };
	expect(await collectSecrets(humanos, environment, null)).toEqual({
		ok: false,
		missing: ['N8N_KYC_SIGNATURE_SECRET', 'N8N_KYC_ENCRYPTION_SECRET'],
	});
});

test.each([...allSamples, ...recipeSamples].map((samples) => [samples.provider.displayName, samples] as const))(
	'of %s, each secret that its credential requires is asked for',
	(_, samples) => {
		const { secrets, settings } = neededBy(samples);
		expect(secrets).not.toEqual([]);
		for (const { name, required } of samples.provider.credential.fields) {
			if (required) expect([...secrets.map((field) => field.name), ...Object.keys(settings)]).toContain(name);
		}
	},
);

test('what has a default in n8n has it here, unless its variable is set', async () => {
	const ask = jest.fn(async () => 'typed');
	const credential = { secretKey: 'typed', algorithm: 'HMAC_SHA256_HEX' };
	expect(await collectSecrets(sumsub, {}, ask)).toEqual({ ok: true, credential });
	expect(await collectSecrets(sumsub, { N8N_KYC_ALGORITHM: 'HMAC_SHA512_HEX' }, ask)).toMatchObject({
		credential: { secretKey: 'typed', algorithm: 'HMAC_SHA512_HEX' },
	});
	expect(ask.mock.calls).toEqual([['Secret Key'], ['Secret Key']]);
});

test('where there are several ways to sign, the first is asked for, and another may be set', async () => {
	const ask = jest.fn(async (label: string) => `the ${label}`);
	expect(await collectSecrets(recipeOf('socure'), {}, ask)).toEqual({
		ok: true,
		credential: { provider: 'socure', username: 'the Username', password: 'the Password' },
	});
	expect(await collectSecrets(recipeOf('alloy'), {}, null)).toEqual({ ok: false, missing: ['N8N_KYC_SECRET'] });
	const environment = { N8N_KYC_PROVIDER: 'alloy:basic', N8N_KYC_USERNAME: 'me', N8N_KYC_PASSWORD: 'hidden' };
	expect(await collectSecrets(recipeOf('alloy'), environment, null)).toEqual({
		ok: true,
		credential: { provider: 'alloy:basic', username: 'me', password: 'hidden' },
	});
});
