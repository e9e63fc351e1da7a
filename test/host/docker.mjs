/**
 * n8n from its Docker image, for machines that have Docker. n8n 3 comes no other way.
 * A container shares the network of the machine, so that ports and servers on the loopback address are the same as
 * without it; and the folders that an instance and its scripts use, under the same paths.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startChild } from './child.mjs';

/** In the environment as it is now: tests have a command of their own there. */
const docker = (/** @type {string[]} */ ...args) => promisify(execFile)('docker', args, { env: process.env });

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PIN = fileURLToPath(new URL('dockerImage.json', import.meta.url));

/** Where the image has n8n. */
export const N8N_IN_IMAGE = '/usr/local/lib/node_modules/n8n';

/** @returns {Promise<string | null>} why no container can be started; null when one can */
export async function dockerProblem() {
	try {
		await docker('version', '--format', '{{.Server.Version}}');
		return null;
	} catch (error) {
		return error.code === 'ENOENT' ? 'there is no docker command' : error.stderr.trim();
	}
}

/**
 * The image that is run, by its digest. When only a tag is pinned, the digest that it has now is written beside it:
 * from then on that image is run, whatever becomes of the tag.
 * @param {string} [pin] a JSON file: image, tag, digest or null
 * @returns {Promise<{ reference: string, digest: string }>} the reference as in n8nio/n8n@sha256:…
 * @throws when it cannot be pulled, with what Docker says
 */
export async function pinnedImage(pin = PIN) {
	const { image, tag, digest: recorded } = JSON.parse(await readFile(pin, 'utf8'));
	const digest = recorded ?? (await digestOf(image, tag));
	const reference = `${image}@${digest}`;
	await docker('pull', '--quiet', reference);
	if (recorded === null) {
		await writeFile(pin, `${JSON.stringify({ image, tag, digest }, null, 2)}\n`);
		process.stderr.write(`${image}:${tag} is ${digest}: recorded in ${pin}, to be committed.\n`);
	}
	return { reference, digest };
}

/** @returns {Promise<string>} as in sha256:… */
async function digestOf(/** @type {string} */ image, /** @type {string} */ tag) {
	const tagged = `${image}:${tag}`;
	await docker('pull', '--quiet', tagged);
	const { stdout } = await docker('image', 'inspect', '--format', '{{join .RepoDigests "\\n"}}', tagged);
	const [, digest] = /@(sha256:[0-9a-f]{64})/.exec(stdout) ?? [];
	if (!digest) throw new Error(`Docker does not tell the digest of ${tagged}.`);
	return digest;
}

/**
 * Starts a Node script in a container that cannot outlive this process.
 * @param {string} reference the image
 * @param {string[]} args the script and its arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options `env`: what differs from the environment of this process is
 *   handed on
 * @returns {import('./child.mjs').Child}
 */
export function startInContainer(reference, args, { cwd, env }) {
	const name = `n8n-nodes-kyc-${randomUUID()}`;
	const child = startChild('docker', args, {
		...{ before: runArguments(reference, name, cwd, env), cwd, env: process.env },
	});
	return {
		...child,
		kill: (signal) => {
			// The command that has started the container ends when the container does.
			docker('kill', '--signal', signal, name).catch(() => child.kill('SIGKILL'));
		},
	};
}

/** What stands between `docker` and the script. */
function runArguments(reference, name, cwd, env) {
	const mounts = [...new Set([tmpdir(), cwd])].map((folder) => `${folder}:${folder}`);
	const own = Object.entries(env).filter(([key, value]) => value !== undefined && process.env[key] !== value);
	return [
		...['run', '--rm', '--init', '--interactive', '--name', name, '--network', 'host'],
		...['--user', `${process.getuid()}:${process.getgid()}`, '--workdir', cwd],
		...[...mounts, `${HERE}:${HERE}:ro`].flatMap((mount) => ['--volume', mount]),
		...own.flatMap(([key, value]) => ['--env', `${key}=${value}`]),
		...['--env', `HOME=${cwd}`, '--entrypoint', 'node', reference],
	];
}
