const SILENCE = 10_000;

/**
 * Says every ten seconds (on a terminal: every second, on one line) what is being waited for.
 * @param {string} what
 * @param {() => string | Promise<string>} [detail] asked anew for each line
 * @returns {(outcome?: string) => void} to be called at the end; prints the outcome and the seconds it took
 */
export function progress(what, detail = () => '') {
	const started = Date.now();
	const terminal = process.stderr.isTTY;
	const line = (/** @type {string} */ rest) =>
		`${what} … ${Math.round((Date.now() - started) / 1000)} s${rest && `, ${rest}`}`;
	const print = (/** @type {string} */ text, end = '\n') =>
		process.stderr.write(terminal ? `\r\x1b[2K${text}${end}` : `${text}\n`);
	let over = false;
	const tick = async () => {
		const rest = await detail();
		if (!over) print(line(rest), '');
	};
	if (!terminal) print(`${what} …`);
	const timer = setInterval(() => void tick(), terminal ? 1000 : SILENCE);
	return (outcome = 'done') => {
		over = true;
		clearInterval(timer);
		print(line(outcome));
	};
}

/**
 * Says what is being done as long as an action takes.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} action
 * @param {() => string | Promise<string>} [detail]
 * @returns {Promise<T>} what the action gives
 */
export async function during(what, action, detail) {
	const end = progress(what, detail);
	try {
		const result = await action();
		end();
		return result;
	} catch (error) {
		end('failed');
		throw error;
	}
}
