/**
 * Runs several of n8n's commands in one process: a start takes seconds.
 * Arguments: the path of n8n's script, then the commands as JSON, as in [["publish:workflow", { "id": "1" }]].
 */
import { createRequire } from 'node:module';

/** The one with the most needs: it makes the connections that all the others use. */
const CARRIER = 'import:workflow';

const [script, json] = process.argv.slice(2);
const requireFromN8n = createRequire(script);

requireFromN8n('reflect-metadata');
requireFromN8n('../dist/config');
requireFromN8n('../dist/command-registry.js');
const { Container } = requireFromN8n('@n8n/di');
const load = (/** @type {string} */ name) =>
	Object.values(requireFromN8n(`../dist/commands/${name.replace(':', '/')}.js`))[0];

const carrier = load(CARRIER).prototype;
const { run } = carrier;
carrier.run = async () => {
	for (const [name, flags] of JSON.parse(json)) {
		const command = Container.get(load(name));
		command.flags = flags;
		await (name === CARRIER ? run : command.run).call(command);
	}
};

process.argv.splice(1, process.argv.length, script, CARRIER);
requireFromN8n(script);
