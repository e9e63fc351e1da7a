import type { ICredentialTestFunctions, ICredentialsDecrypted, IDataObject } from 'n8n-workflow';
import { testCredential } from '../../trigger/credential';
import { allSamples } from '../support/providers';
import { provider } from './webhookContext';

const press = (of: typeof provider, data: IDataObject | undefined) =>
	testCredential(of).call({} as ICredentialTestFunctions, { data } as ICredentialsDecrypted);

describe('the test button', () => {
	it('finds the shape right, and says that this is all it can tell', async () => {
		const { status, message } = await press(provider, { key: 'hush-hush' });
		expect(status).toBe('OK');
		expect(message).toMatch(/right shape.*Example.*first delivery/);
		expect(message).not.toContain('hush');
	});

	it.each([
		[undefined, 'Signing Key is empty'],
		[{}, 'Signing Key is empty'],
		[{ key: ' ' }, 'Signing Key is empty'],
		[{ key: ' hush-hush' }, 'Signing Key begins or ends with a space or a line break'],
		[
			{ key: 'hush-hush', previousKey: 'hush-hush\n' },
			'Previous Signing Key begins or ends with a space or a line break',
		],
	])('says what is wrong with %j', async (data, problem) => {
		const result = await press(provider, data);
		expect(result).toEqual({ status: 'Error', message: expect.stringMatching(new RegExp(`^${problem}.*\\.$`)) });
		expect(result.message).not.toContain('hush');
	});

	it.each([
		['"hush-hush-hush-hush"', 'stands in quotes'],
		["'hush-hush-hush-hush'", 'stands in quotes'],
		['\u201chush-hush-hush-hush\u201d', 'stands in quotes'],
		['https://hush.example/webhook', 'is a web address'],
		['HTTP://hush.example/webhook', 'is a web address'],
	])('says that %s is something else', async (key, problem) => {
		const result = await press(provider, { key });
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(`Signing Key ${problem}`) as string });
		expect(result.message).not.toMatch(/hush/i);
		const previous = await press(provider, { key: 'hush-hush-hush-hush', previousKey: key });
		expect(previous.message).toContain(`Previous Signing Key ${problem}`);
	});

	it('warns of a short secret', async () => {
		expect((await press(provider, { key: 'x'.repeat(15) })).message).toMatch(/^Signing Key is shorter than 16/);
		expect((await press(provider, { key: 'x'.repeat(16) })).message).toMatch(/^The secrets have the right shape/);
	});

	it.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
		"tells %s's secrets from blank ones",
		async (_, { provider: each, newSecrets }) => {
			const secrets = newSecrets();
			const message = expect.stringMatching(/^The secrets have the right shape/) as string;
			expect(await press(each, secrets)).toMatchObject({ status: 'OK', message });
			for (const { name, label, required } of each.credential.fields) {
				const status = required ? 'Error' : 'OK';
				expect(await press(each, { ...secrets, [name]: '' })).toMatchObject({ status });
				const named = expect.stringContaining(label) as string;
				expect(await press(each, { ...secrets, [name]: ' x ' })).toMatchObject({ status: 'Error', message: named });
				expect(await press(each, { ...secrets, [name]: 'x\u200b' })).toMatchObject({ status: 'Error', message: named });
			}
		},
	);
});
