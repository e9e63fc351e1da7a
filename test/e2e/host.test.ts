import { gzipSync } from 'node:zlib';
import { allSamples } from '../support/providers';
import { deploy, type Deployed, post } from './n8n';

const samplesOf = (id: string) => {
	const found = allSamples.find(({ provider }) => provider.id === id);
	if (!found) throw new Error(`No provider ${id}`);
	return found;
};

/** A trigger, and deliveries to it that differ in how they are sent. */
async function deployed(id: string) {
	const samples = samplesOf(id);
	const secrets = samples.newSecrets();
	const trigger = await deploy(samples.provider, secrets);
	let sent = 0;
	return {
		trigger,
		next: async () =>
			samples.seal(samples.samples[sent++ % samples.samples.length]?.create({}) ?? {}, secrets, Date.now()),
	};
}

const expectNoExecution = async (trigger: Deployed) => expect(await trigger.executionCount()).toBe(0);

describe('how a delivery is sent', () => {
	it.each([
		['truora', 'application/jwt'],
		['truora', 'text/plain'],
		['truora', 'application/octet-stream'],
		['truora', null],
		['passbase', 'text/plain'],
		['passbase', 'application/octet-stream'],
		['passbase', null],
		['trusthub', 'application/json; charset=utf-8'],
		['trusthub', 'text/plain'],
		['trusthub', 'application/x-www-form-urlencoded'],
		['trusthub', 'application/vnd.api+json'],
		['trusthub', null],
	] as const)('%s as %s is accepted', async (id, contentType) => {
		const { trigger, next } = await deployed(id);
		expect(await post(trigger.url, { ...(await next()), contentType })).toMatchObject({
			status: 200,
			body: { result: 'accepted' },
		});
	});

	it.each([
		['trusthub', 'application/json'],
		['truora', 'application/jwt'],
	])('%s as %s is accepted when it is compressed with gzip', async (id, contentType) => {
		const { trigger, next } = await deployed(id);
		const { headers, body } = await next();
		const compressed = { contentType, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) };
		expect(await post(trigger.url, compressed)).toMatchObject({ status: 200, body: { result: 'accepted' } });
	});
});

describe('a body that cannot be read', () => {
	it('is answered 400 when it is multipart', async () => {
		const { trigger } = await deployed('trusthub');
		const contentType = 'multipart/form-data; boundary=x';
		const body = '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n';
		expect(await post(trigger.url, { contentType, headers: {}, body })).toMatchObject({
			status: 400,
			body: { result: 'refused', code: 'body_unreadable' },
		});
		await expectNoExecution(trigger);
	});

	it('is answered 400 when its content encoding is false', async () => {
		const { trigger } = await deployed('truora');
		const delivery = { contentType: 'application/jwt', headers: { 'content-encoding': 'gzip' }, body: 'not gzip' };
		expect(await post(trigger.url, delivery)).toMatchObject({
			status: 400,
			body: { result: 'refused', code: 'body_unreadable' },
		});
		await expectNoExecution(trigger);
	});

	it.each([
		['one byte above the limit', 1024 * 1024 + 1],
		['above what n8n reads', 17 * 1024 * 1024],
	])('is answered 413 %s', async (_, bytes) => {
		const { trigger } = await deployed('truora');
		// n8n answers before it has read all. A connection that it may close then is gone before the answer is read.
		const headers = { connection: 'keep-alive' };
		const delivery = { contentType: 'application/jwt', headers, body: Buffer.alloc(bytes, 'a') };
		expect(await post(trigger.url, delivery)).toMatchObject({
			status: 413,
			body: { result: 'refused', code: 'body_too_large' },
		});
		await expectNoExecution(trigger);
	});

	it('is refused like any other when it is empty', async () => {
		const { trigger } = await deployed('trusthub');
		const delivery = { contentType: 'application/json', headers: {}, body: '' };
		expect(await post(trigger.url, delivery)).toMatchObject({ status: 401, body: { code: 'signature_missing' } });
		await expectNoExecution(trigger);
	});
});

describe('many forged deliveries', () => {
	it('leave no execution behind, and do not keep an honest one from being accepted', async () => {
		const { trigger, next } = await deployed('trusthub');
		const forged = { contentType: 'application/json', headers: { 'x-signature': 'A'.repeat(43) + '=' }, body: '{}' };
		for (let round = 0; round < 20; round++) {
			const answers = await Promise.all(Array.from({ length: 5 }, () => post(trigger.url, forged)));
			expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
		}
		expect((await post(trigger.url, await next())).status).toBe(200);
		await trigger.events(1);
		expect(await trigger.executionCount()).toBe(1);
	});
});

describe('a header that is sent twice', () => {
	it('is refused', async () => {
		const { trigger, next } = await deployed('trusthub');
		const delivery = await next();
		const headers = new Headers({ 'content-type': delivery.contentType });
		for (let sent = 0; sent < 2; sent++) headers.append('x-signature', String(delivery.headers['X-Signature']));
		const response = await fetch(trigger.url, { method: 'POST', headers, body: delivery.body });
		expect(response.status).toBe(401);
		expect(await response.json()).toMatchObject({ code: 'signature_malformed' });
	});
});
