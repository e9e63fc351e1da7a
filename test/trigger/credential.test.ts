import {
	NodeOperationError,
	type ICredentialTestFunctions,
	type ICredentialsDecrypted,
	type IDataObject,
	type IHookFunctions,
	type WorkflowActivateMode,
} from 'n8n-workflow';
import { requireWorkingCredential, testCredential } from '../../trigger/credential';
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

	it.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
		"tells %s's secrets from blank ones",
		async (_, { provider: each, newSecrets }) => {
			const secrets = newSecrets();
			expect(await press(each, secrets)).toMatchObject({ status: 'OK' });
			for (const { name, label, required } of each.credential.fields) {
				const status = required ? 'Error' : 'OK';
				expect(await press(each, { ...secrets, [name]: '' })).toMatchObject({ status });
				const message = expect.stringContaining(label) as string;
				expect(await press(each, { ...secrets, [name]: ' x ' })).toMatchObject({ status: 'Error', message });
			}
		},
	);
});

function activate(mode: WorkflowActivateMode, credential: IDataObject | Error): Promise<true> {
	const context = {
		getActivationMode: () => mode,
		getNode: () => ({ name: 'My Trigger', type: 'exampleTrigger' }),
		async getCredentials() {
			if (credential instanceof Error) throw credential;
			return credential;
		},
	} as unknown as IHookFunctions;
	return requireWorkingCredential(context, provider);
}

const attended: WorkflowActivateMode[] = ['activate', 'create', 'update', 'manual'];
const unattended: WorkflowActivateMode[] = ['init', 'leadershipChange'];

describe('activation', () => {
	it.each([...attended, ...unattended])('is granted with a working credential (%s)', async (mode) => {
		await expect(activate(mode, { key: 'hush-hush' })).resolves.toBe(true);
	});

	it.each(attended)(
		'is refused with a credential that cannot work, in words that say what to do (%s)',
		async (mode) => {
			const error: unknown = await activate(mode, { key: 'hush-hush ' }).catch((thrown: unknown) => thrown);
			expect(error).toBeInstanceOf(NodeOperationError);
			const { message, description } = error as NodeOperationError;
			expect(message).toMatch(
				/^The Example credential cannot work: Signing Key begins or ends with a space or a line break/,
			);
			expect(description).toContain('publish the workflow again');
			expect(`${message} ${description}`).not.toContain('hush');
		},
	);

	it.each(attended)('is refused without a credential (%s)', async (mode) => {
		await expect(activate(mode, new Error('Credential not found'))).rejects.toThrow('Credential not found');
	});

	it.each(unattended)('is granted all the same when n8n itself starts (%s)', async (mode) => {
		await expect(activate(mode, { key: '' })).resolves.toBe(true);
		await expect(activate(mode, new Error('Credential not found'))).resolves.toBe(true);
	});
});
