import { run } from './run';
import { askHidden } from './secrets';

process.exitCode = await run(process.argv.slice(2), {
	environment: process.env,
	ask: process.stdin.isTTY ? askHidden : null,
	print: (text) => void process.stdout.write(text),
	complain: (text) => void process.stderr.write(text),
});
