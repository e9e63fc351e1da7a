import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';
import { hmac } from '../support/crypto';
import { root } from '../support/package';

const NOT_COPIED = /^(node_modules|dist|\.git|test\/host\/node_modules)(\/|$)/;

/** The files that the page shows complete, by their path. */
function filesOf(page: string): Map<string, string> {
	const blocks = page.matchAll(/^\*\*`([^`]+)`\*\*\n\n```\w+\n(.*?)^```$/gms);
	return new Map(Array.from(blocks, ([, path = '', text = '']) => [path, text]));
}

const files = filesOf(readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8'));
const copy = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-contributing-'));

/** @throws with what the command has printed */
function run(command: string, ...args: string[]): string {
	try {
		return execFileSync(command, args, { cwd: copy, encoding: 'utf8', stdio: 'pipe' });
	} catch (error) {
		const { stdout, stderr } = error as { stdout: string; stderr: string };
		throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
	}
}

const inModules = (path: string) => join(root, 'node_modules', path);

beforeAll(() => {
	cpSync(root, copy, {
		recursive: true,
		verbatimSymlinks: true,
		filter: (path) => !NOT_COPIED.test(relative(root, path)),
	});
	symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
	for (const [path, text] of files) {
		const target = join(copy, path);
		mkdirSync(dirname(target), { recursive: true });
		writeFileSync(target, path === 'package.json' ? withEntries(readFileSync(target, 'utf8'), text) : text);
	}
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The manifest with the entries that the page tells to add. */
function withEntries(manifest: string, added: string): string {
	const { n8n, ...others } = JSON.parse(manifest);
	const more = JSON.parse(added).n8n as Record<string, string[]>;
	const lists = Object.entries(more).map(([name, entries]) => [name, [...n8n[name], ...entries]]);
	return JSON.stringify({ ...others, n8n: { ...n8n, ...Object.fromEntries(lists) } });
}

const BODY =
	'{"id":"ev_1","type":"verification.decided","verification":"v_1","reference":"customer-7","result":"opened"}';
const signingSecret = 'open sesame';

/** Hands a delivery to the built trigger as n8n does. */
async function deliver(signature: string) {
	const path = 'dist/nodes/Sesame/SesameTrigger.node.js';
	const { SesameTrigger } = createRequire(join(copy, 'package.json'))(`./${path}`);
	const trigger = new SesameTrigger();
	const answers: unknown[] = [];
	const response = {
		status: (status: number) => ({ json: (body: object) => answers.push({ status, ...body }) }),
		once: () => {},
		end: () => {},
	};
	const context = {
		getNodeParameter: (_: string, fallback: unknown) => fallback,
		getResponseObject: () => response,
		getRequestObject: () => ({ rawBody: Buffer.from(BODY), headers: { 'sesame-signature': signature } }),
		getNode: () => ({ name: 'Sesame Trigger', id: '1' }),
		getWorkflow: () => ({ id: '1' }),
		getMode: () => 'webhook',
		getCredentials: async () => ({ signingSecret }),
		logger: { warn: () => {} },
	} as unknown as IWebhookFunctions;
	const result = await trigger.webhook.call(context);
	return { ...result, answers, trigger };
}

describe('the provider that CONTRIBUTING.md adds', () => {
	it('is built, and stands in the list of all providers', () => {
		run(process.execPath, 'scripts/build.mjs');
		expect(readFileSync(join(copy, 'nodes/KycSimulator/allSamples.ts'), 'utf8')).toContain("from '../Sesame/samples'");
	});

	it('has a package of its own, which is built', () => {
		mkdirSync(join(copy, 'packages/sesame'));
		run(process.execPath, 'scripts/packages.mjs');
		run(process.execPath, 'scripts/build.mjs', 'n8n-nodes-kyc-sesame');
		expect(readdirSync(join(copy, 'packages/sesame/dist/nodes/Sesame'))).toContain('SesameTrigger.node.js');
	});

	it('passes the type check', () => {
		run(process.execPath, inModules('typescript/bin/tsc'), '--noEmit');
	});

	it('passes the tests that the page writes for it', () => {
		const jest = [inModules('jest/bin/jest.js'), '--selectProjects=unit', '--json'];
		run(process.execPath, ...jest, '--testPathPatterns=nodes/Sesame');
		const ofApi = ['--testPathPatterns=nodes/api', '--testNamePattern=action node of Sesame'];
		expect(JSON.parse(run(process.execPath, ...jest, ...ofApi)).numPassedTests).toBeGreaterThan(20);
	});

	it('has a page, and stands in the lists, after npm run docs', () => {
		run(process.execPath, 'scripts/docs.mjs');
		run(process.execPath, 'scripts/docs.mjs', '--check');
		const page = readFileSync(join(copy, 'docs/providers/sesame.md'), 'utf8');
		for (const text of ['Sesame-Signature', 'The key needs the right to knock.', '- **Role:** Doorkeeper.', '`opened`'])
			expect(page).toContain(text);
		expect(readFileSync(join(copy, 'docs/providers/README.md'), 'utf8')).toContain('[Sesame](sesame.md)');
		expect(readFileSync(join(copy, 'README.md'), 'utf8')).toContain('[Sesame](docs/providers/sesame.md)');
	});

	it('has "Docs" links that lead to its page', () => {
		const jest = [inModules('jest/bin/jest.js'), '--selectProjects=unit', '--json'];
		const tested = run(process.execPath, ...jest, '--testPathPatterns=test/docs/links', '--testNamePattern=Sesame');
		expect(JSON.parse(tested).numPassedTests).toBe(4);
	});

	it('starts a workflow for a delivery that another library has signed', async () => {
		const { workflowData, webhookResponse, trigger } = await deliver(hmac(signingSecret, BODY).toString('hex'));
		expect(webhookResponse).toEqual({ result: 'accepted', events: 1 });
		const context = {
			getInputData: () => workflowData?.[0] ?? [],
			getNodeParameter: (_: string, __: number, fallback: unknown) => fallback,
		} as unknown as IExecuteFunctions;
		const [other, approved, ...others] = await trigger.execute.call(context);
		expect(approved).toMatchObject([{ json: { provider: 'sesame', status: 'approved', externalId: 'customer-7' } }]);
		expect([other, ...others]).toEqual([[], [], []]);
	});

	it('refuses a delivery that was signed with another secret', async () => {
		const { workflowData, answers } = await deliver(hmac('open barley', BODY).toString('hex'));
		expect(workflowData).toBeUndefined();
		expect(answers).toMatchObject([{ status: 401, result: 'refused', code: 'signature_mismatch' }]);
	});
});

describe('the recipe that CONTRIBUTING.md adds', () => {
	it('passes the test over all recipes', () => {
		const jest = [inModules('jest/bin/jest.js'), '--selectProjects=unit', '--json'];
		const tested = run(
			process.execPath,
			...jest,
			'--testPathPatterns=test/recipe',
			'--testNamePattern=recipe of Simsim',
		);
		expect(JSON.parse(tested).numPassedTests).toBeGreaterThan(8);
	});

	it('is found by its name, offered by the trigger, and has a page', () => {
		const { KycWebhookTrigger } = createRequire(join(copy, 'package.json'))(
			'./dist/nodes/KycWebhook/KycWebhookTrigger.node.js',
		);
		const [{ options }] = new KycWebhookTrigger().description.properties;
		expect(options).toContainEqual({ name: 'Simsim', value: 'simsim' });
		const codex = readFileSync(join(copy, 'dist/nodes/KycWebhook/KycWebhookTrigger.node.json'), 'utf8');
		expect(JSON.parse(codex).alias).toContain('Simsim webhook');
		expect(readFileSync(join(copy, 'docs/recipes/simsim.md'), 'utf8')).toContain('`Simsim-Signature`');
		expect(readFileSync(join(copy, 'docs/recipes/README.md'), 'utf8')).toContain('[Simsim](simsim.md)');
	});
});
