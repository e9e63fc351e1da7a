import { collectSecrets, variableOf } from '../../cli/secrets';
import { samples as humanos } from '../../nodes/Humanos/samples';
import { samples as truora } from '../../nodes/Truora/samples';
import { allSamples } from '../support/providers';

const { fields } = truora.provider.credential;

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
	const collected = await collectSecrets(fields, { N8N_KYC_SIGNING_KEY: 'key' }, ask);
	expect(collected).toEqual({ ok: true, credential: { signingKey: 'key' } });
	expect(ask).not.toHaveBeenCalled();
});

test('what the environment has not is asked for, but no previous secret', async () => {
	const ask = jest.fn(async (label: string) => `the ${label}`);
	expect(await collectSecrets(fields, {}, ask)).toEqual({ ok: true, credential: { signingKey: 'the Signing Key' } });
	expect(ask).toHaveBeenCalledTimes(1);
});

test('what is missing is named when nobody is there to answer', async () => {
	const environment = { N8N_KYC_ENCRYPTION_SALT: 'salt' };
	expect(await collectSecrets(humanos.provider.credential.fields, environment, null)).toEqual({
		ok: false,
		missing: ['N8N_KYC_SIGNATURE_SECRET', 'N8N_KYC_ENCRYPTION_SECRET'],
	});
});
