import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { dockerProblem, pinnedImage, startInContainer } from '../host/docker.mjs';
import { environment } from '../host/environment.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { until } from '../host/poll.mjs';

const DIGEST = `sha256:${'0123456789abcdef'.repeat(4)}`;
const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-docker-'));
const { PATH } = process.env;

/** A command `docker` that notes how it was called, and runs in place of the container what the test says. */
function fakeDocker(script: string): void {
	const file = join(folder, 'docker');
	writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$@" '' >> '${join(folder, 'calls')}'\n${script}\n`);
	chmodSync(file, 0o755);
	process.env.PATH = [folder, PATH].join(delimiter);
}

/** Each call, as its arguments. */
const calls = () =>
	readFileSync(join(folder, 'calls'), 'utf8')
		.split('\n\n')
		.map((call) => call.split('\n'))
		.slice(0, -1);

function pin(digest: string | null): string {
	const file = join(folder, 'image.json');
	writeFileSync(file, JSON.stringify({ image: 'n8nio/n8n', tag: '2.41.1', digest }));
	return file;
}

beforeEach(() => rmSync(join(folder, 'calls'), { force: true }));
afterAll(() => {
	process.env.PATH = PATH;
	rmSync(folder, { recursive: true });
});

describe('whether there is Docker', () => {
	it('is told by its engine', async () => {
		fakeDocker('exit 0');
		expect(await dockerProblem()).toBeNull();
	});

	it('is denied with what the engine says, or without a command', async () => {
		fakeDocker('echo "Cannot connect to the Docker daemon" >&2; exit 1');
		expect(await dockerProblem()).toBe('Cannot connect to the Docker daemon');
		process.env.PATH = join(folder, 'nothing');
		expect(await dockerProblem()).toBe('there is no docker command');
	});
});

describe('the image', () => {
	it('is the one of the digest that is pinned', async () => {
		fakeDocker('exit 0');
		expect(await pinnedImage(pin(DIGEST))).toEqual({ reference: `n8nio/n8n@${DIGEST}`, digest: DIGEST });
		expect(calls()).toEqual([['pull', '--quiet', `n8nio/n8n@${DIGEST}`]]);
	});

	it('is the one that the tag is for when it is first used, and from then on that one', async () => {
		fakeDocker(`[ "$1" = image ] && echo n8nio/n8n@${DIGEST}; exit 0`);
		const file = pin(null);
		expect((await pinnedImage(file)).digest).toBe(DIGEST);
		expect(JSON.parse(readFileSync(file, 'utf8')).digest).toBe(DIGEST);
		fakeDocker('exit 0');
		expect((await pinnedImage(file)).digest).toBe(DIGEST);
	});

	it('is none when Docker does not tell the digest of the tag', async () => {
		fakeDocker('exit 0');
		await expect(pinnedImage(pin(null))).rejects.toThrow('the digest of n8nio/n8n:2.41.1');
	});
});

describe('an instance in a container', () => {
	it('has the folder, the ports and the settings of one without', async () => {
		fakeDocker('echo started');
		const env = { ...environment(folder, hostAt(folder)), N8N_PORT: '5999' };
		const child = startInContainer(`n8nio/n8n@${DIGEST}`, ['n8n.js', 'start'], { cwd: folder, env });
		expect(await child.ended).toBe('code 0');
		expect(child.log()).toBe('started\n');
		const [call] = calls() as [string[]];
		const options = call.slice(0, call.indexOf(`n8nio/n8n@${DIGEST}`));
		const valuesOf = (name: string) => options.filter((_, index) => options[index - 1] === name);
		expect(valuesOf('--network')).toEqual(['host']);
		expect(valuesOf('--workdir')).toEqual([folder]);
		expect(valuesOf('--volume')).toContain(`${folder}:${folder}`);
		expect(valuesOf('--env')).toEqual(expect.arrayContaining(['N8N_PORT=5999', `N8N_USER_FOLDER=${folder}`]));
		expect(valuesOf('--env').some((one) => one.startsWith('PATH='))).toBe(false);
		expect(valuesOf('--entrypoint')).toEqual(['node']);
		const [tie, ...script] = call.slice(options.length + 1);
		expect(existsSync(String(tie))).toBe(true);
		expect(valuesOf('--volume').some((one) => tie?.startsWith(one.split(':')[0] ?? '-'))).toBe(true);
		expect(script).toEqual(['n8n.js', 'start']);
	});

	it('is stopped by its name, and left alone by nobody when that fails', async () => {
		fakeDocker('[ "$1" = kill ] && exit 1; exec sleep 60');
		const child = startInContainer(`n8nio/n8n@${DIGEST}`, ['n8n.js'], { cwd: folder, env: {} });
		await until(async () => existsSync(join(folder, 'calls')), { otherwise: () => 'not started' });
		child.kill('SIGTERM');
		expect(await child.ended).toBe('SIGKILL');
		const [[, ...started], killed] = calls() as [string[], string[]];
		expect(killed).toEqual(['kill', '--signal', 'SIGTERM', started[started.indexOf('--name') + 1]]);
	});
});
