import { Readable } from 'node:stream';
import { readAnswer } from '../../action/answer';

const MIB = 1024 * 1024;

const read = (asked: Promise<unknown>, milliseconds = 60_000) => readAnswer(asked, 'Example', milliseconds);
const answered = (body: Readable) => Promise.resolve({ statusCode: 200, headers: {}, body });
const failed = (code: string) => Promise.reject(Object.assign(new Error('connect to 10.0.0.1'), { code }));

describe('an answer', () => {
	it('is read to its end', async () => {
		const body = Readable.from([Buffer.from('{"a":'), Buffer.from('1}')]);
		expect(await read(answered(body))).toEqual({ status: 200, headers: {}, text: '{"a":1}' });
	});

	it('of more than 8 MiB is not read on, and its connection is closed', async () => {
		let sent = 0;
		const body = Readable.from(
			(function* () {
				for (; sent < 100; sent++) yield Buffer.alloc(MIB);
			})(),
		);
		await expect(read(answered(body))).rejects.toThrow('The answer of Example is larger than 8 MiB');
		expect(body.destroyed).toBe(true);
		expect(sent).toBeLessThan(20);
	});

	it('that does not end in time is given up, and its connection is closed', async () => {
		const body = new Readable({ read: () => {} });
		await expect(read(answered(body), 20)).rejects.toThrow('Example did not answer in time');
		expect(body.destroyed).toBe(true);
	});
});

describe('a request that fails', () => {
	it.each([
		['ETIMEDOUT', 'Example did not answer in time'],
		['ECONNABORTED', 'Example did not answer in time'],
		['ECONNREFUSED', 'Example could not be reached (ECONNREFUSED)'],
	])('with %s says so', async (code, message) => {
		await expect(read(failed(code))).rejects.toMatchObject({ message });
	});

	it('repeats nothing of the error that could hold the request', async () => {
		const message = 'Example could not be reached';
		await expect(read(failed('key=hush-hush'))).rejects.toMatchObject({ message });
	});
});
