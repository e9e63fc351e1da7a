import { TestEnvironment } from 'jest-environment-node';

/** A test environment in a time zone that is never UTC, wherever the machine stands. */
export default class Elsewhere extends TestEnvironment {
	async setup() {
		await super.setup();
		this.timeZone = process.env.TZ;
		process.env.TZ = 'Asia/Kathmandu';
	}

	async teardown() {
		if (this.timeZone === undefined) delete process.env.TZ;
		else process.env.TZ = this.timeZone;
		await super.teardown();
	}
}
