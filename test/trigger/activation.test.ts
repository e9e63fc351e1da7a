import { NodeOperationError, type IDataObject, type IHookFunctions, type WorkflowActivateMode } from 'n8n-workflow';
import { requireWorkingTrigger } from '../../trigger/activation';
import { provider } from './webhookContext';

const warnings: string[] = [];

function activate(mode: WorkflowActivateMode, credential: IDataObject | Error, settings = {}): Promise<true> {
	const context = {
		getActivationMode: () => mode,
		getNode: () => ({ name: 'My \nTrigger', type: 'exampleTrigger', ...settings }),
		logger: { warn: (message: string) => warnings.push(message) },
		async getCredentials() {
			if (credential instanceof Error) throw credential;
			return credential;
		},
	} as unknown as IHookFunctions;
	return requireWorkingTrigger(context, provider);
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

	it.each(attended)('is refused with Execute Once, in words that say what to switch off (%s)', async (mode) => {
		const error: unknown = await activate(mode, { key: 'hush-hush' }, { executeOnce: true }).catch(
			(thrown: unknown) => thrown,
		);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect((error as Error).message).toMatch(/^Switch off Execute Once in the Settings/);
	});

	it.each(unattended)('is granted with Execute Once when n8n itself starts (%s)', async (mode) => {
		await expect(activate(mode, { key: 'hush-hush' }, { executeOnce: true })).resolves.toBe(true);
	});

	it('is granted with a short secret, with a warning in the log', async () => {
		warnings.length = 0;
		await activate('activate', { key: 'hush-hush-hush-hush' });
		expect(warnings).toEqual([]);
		await activate('activate', { key: 'hush-hush' });
		expect(warnings).toEqual([expect.stringMatching(/^[^\n]*"My \\nTrigger"[^\n]*shorter than 16 characters/)]);
		expect(warnings.join()).not.toContain('hush');
	});

	it('is refused with a secret that is something else', async () => {
		await expect(activate('activate', { key: '"hush-hush-hush-hush"' })).rejects.toThrow('stands in quotes');
	});
});
