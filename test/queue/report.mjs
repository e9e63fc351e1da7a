import { table } from '../../scripts/lib/table.mjs';

/** What was checked, and the figures that were found on the way. */
export class Report {
	passed = 0;
	failed = 0;
	#started = Date.now();

	/**
	 * @template T
	 * @param {string} name a sentence that is true when the check passes
	 * @param {() => Promise<T>} action throws when it is not
	 * @returns {Promise<T | undefined>} undefined when it failed
	 */
	async check(name, action) {
		try {
			const result = await action();
			this.passed++;
			this.#print(`✓ ${name}`);
			return result;
		} catch (error) {
			this.fail(name, error);
			return undefined;
		}
	}

	/**
	 * @param {string} name
	 * @param {Error} [error]
	 */
	fail(name, error) {
		this.failed++;
		this.#print(`✗ ${name}${error ? `\n${String(error.stack).replace(/^/gm, '    ')}` : ''}`);
	}

	/**
	 * @param {string} title
	 * @param {Record<string, string | number>[]} rows with the same names each
	 */
	figures(title, rows) {
		const titles = Object.keys(rows[0] ?? {});
		const lines = table(
			titles,
			rows.map((row) => titles.map((name) => String(row[name]))),
		);
		process.stdout.write(`\n${title}\n\n${lines}\n\n`);
	}

	end() {
		process.stdout.write(`\n${this.passed} passed, ${this.failed} failed\n`);
	}

	#print(/** @type {string} */ text) {
		const seconds = Math.round((Date.now() - this.#started) / 1000);
		process.stdout.write(`${`${seconds} s`.padStart(6)}  ${text}\n`);
	}
}
