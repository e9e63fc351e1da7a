/**
 * `npm start`: a real n8n with this package, a workflow for each provider, and a table of what became of
 * true and forged deliveries, and of what was asked of the providers' APIs, which are simulated here. Stays up until Ctrl-C; with --once it ends after the table.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { tail } from '../test/host/child.mjs';
import { ensureHost } from '../test/host/install.mjs';
import { createInstance } from '../test/host/n8n.mjs';
import { freePort } from '../test/host/ports.mjs';
import { during } from '../test/host/progress.mjs';
import { OWNER } from '../test/host/rest.mjs';
import { ask, importApiDemos, loadApis } from './lib/apiDemo.mjs';
import { deliver, importDemos } from './lib/demo.mjs';
import { loadProviders } from './lib/providers.mjs';
import { table } from './lib/table.mjs';
import { wholePackage } from './lib/packages.mjs';
import { packPackage } from './lib/packPackage.mjs';

const DEFAULT_PORT = 5678;

const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-package-'));
/** @type {import('../test/host/n8n.mjs').Instance | undefined} */
let instance;
/** @type {{ start(): Promise<Record<string, string>>, stop(): void } | undefined} */
let proxy;
let leaving = false;

// npm hands Ctrl-C on to a process that has had it already: only the first one counts.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void leave(0));

try {
	const { once } = parseArgs({ options: { once: { type: 'boolean' } } }).values;
	const port = await freePort(wishedPort());
	const { delivered, asked } = await demonstrate(port);
	const ok = [...delivered, ...asked].every((row) => row.ok);
	process.stdout.write(`\n${tableOf(delivered)}\n\n${apiTableOf(asked)}\n\n`);
	if (!ok) process.stdout.write('The rows marked ✗ are not as they should be.\n\n');
	if (once) await leave(ok ? 0 : 1);
	process.stdout.write(welcome(port));
	const end = await instance.ended;
	throw new Error(`n8n ended by itself (${end}):\n${tail(instance.log())}`);
} catch (error) {
	if (!leaving) process.stderr.write(`${error.message}\n`);
	await leave(1);
}

/** @returns {number} where the search for a free port begins */
function wishedPort() {
	const { PORT = DEFAULT_PORT } = process.env;
	const port = Number(PORT);
	if (!Number.isInteger(port) || port < 1 || port > 65_535)
		throw new Error(`PORT is not the number of a port: ${PORT}`);
	return port;
}

/** @param {number} port */
async function demonstrate(port) {
	const host = await ensureHost();
	const [packageDir, providers, apis] = await during('Packing the package', async () =>
		Promise.all([packPackage(await wholePackage(), folder), loadProviders(), loadApis()]),
	);
	({ proxy } = apis);
	instance = await createInstance({ host, packageDir, port, editor: true, env: await proxy.start() });
	const demos = await during('Importing a workflow for each provider', async () => {
		await importApiDemos(instance, apis.servers);
		return await importDemos(instance, providers);
	});
	await during(`Starting n8n on port ${port}`, async () => {
		await instance.start();
		await instance.setupOwner();
		await Promise.all(demos.map(({ url }) => instance.waitForWebhook(url)));
	});
	const delivered = await during('Sending deliveries, true and forged', () =>
		Promise.all(demos.map((demo) => deliver(instance, demo))),
	);
	const asked = await during('Asking the simulated APIs', async () => {
		const rows = [];
		for (const server of apis.servers) rows.push(...(await ask(instance, server)));
		return rows;
	});
	return { delivered: delivered.flat(), asked };
}

/** @param {import('./lib/apiDemo.mjs').Asked[]} asked */
function apiTableOf(asked) {
	const rows = asked.map(({ ok, provider, operation, answer, link }) => [
		ok ? '✓' : '✗',
		provider,
		operation,
		answer,
		// A token may be longer than the terminal is wide.
		link.replace(/\?.+/, '?…'),
	]);
	return table(['', 'Provider', 'Operation', 'Item', 'Link for the person'], rows);
}

/** @param {import('./lib/demo.mjs').Delivered[]} delivered */
function tableOf(delivered) {
	const rows = delivered.map(({ ok, provider, event, answer, branch, expected }) => [
		ok ? '✓' : '✗',
		provider,
		event,
		answer,
		ok ? branch : `${branch}, expected ${expected}`,
	]);
	return table(['', 'Provider', 'Event', 'HTTP answer', 'Branch in n8n'], rows);
}

/** @param {number} port */
function welcome(port) {
	return [
		`The editor is at  http://localhost:${port}`,
		`Sign in with      ${OWNER.email}`,
		`and the password  ${OWNER.password}`,
		'Requests to the providers are answered on this machine; nothing leaves it.',
		'Ctrl-C stops it and deletes everything.\n',
	].join('\n');
}

/**
 * Ends this process and leaves nothing behind.
 * @param {number} code
 */
async function leave(code) {
	if (leaving) return;
	leaving = true;
	await instance?.stop();
	await instance?.remove();
	proxy?.stop();
	await rm(folder, { recursive: true, force: true });
	process.exit(code);
}
