import { MAX_BODY_BYTES, readBody, type BodySource } from '../../webhook/body';
import { expectRefusal } from '../support/reception';
import { refused } from './refused';

const mebibyte = 1024 * 1024;

/** A request whose body n8n has not read yet. */
function unread(read: (request: BodySource) => void): BodySource {
	return {
		async readRawBody() {
			read(this);
		},
	};
}

const withBody = (rawBody: Buffer): BodySource => ({
	rawBody,
	readRawBody: () => Promise.reject(new Error('the body was read already')),
});

describe('readBody', () => {
	it('takes the body that n8n has read', async () => {
		const rawBody = Buffer.from('{}');
		const body = await readBody(withBody(rawBody));
		expect(body).toEqual({ ok: true, rawBody });
		expect(body.ok && body.rawBody).toBe(rawBody);
	});

	it('reads the body of a content type that n8n does not read by itself', async () => {
		const rawBody = Buffer.from('eyJ.eyJ.sig');
		expect(await readBody(unread((request) => (request.rawBody = rawBody)))).toEqual({ ok: true, rawBody });
	});

	it('takes an empty body: what that means is for the signature to say', async () => {
		expect(await readBody(withBody(Buffer.alloc(0)))).toEqual({ ok: true, rawBody: Buffer.alloc(0) });
	});

	it('takes exactly 1 MiB, and not a byte more', async () => {
		expect(MAX_BODY_BYTES).toBe(mebibyte);
		expect((await readBody(withBody(Buffer.alloc(mebibyte)))).ok).toBe(true);
		expectRefusal(refused(await readBody(withBody(Buffer.alloc(mebibyte + 1)))), 'body_too_large');
		const lateBody = unread((request) => (request.rawBody = Buffer.alloc(mebibyte + 1)));
		expectRefusal(refused(await readBody(lateBody)), 'body_too_large');
	});

	const entityTooLarge = Object.assign(new Error('request entity too large'), { type: 'entity.too.large' });
	it.each([
		['body_too_large', 'a body above the limit of n8n itself', entityTooLarge],
		['body_unreadable', 'a multipart body', new Error('stream is aborted or is not readable')],
		['body_unreadable', 'a false content-encoding', Object.assign(new Error('incorrect header check'), { errno: -3 })],
		['body_unreadable', 'an aborted request', Object.assign(new Error('aborted'), { type: 'request.aborted' })],
	] as const)('answers %s to %s', async (code, _, error) => {
		const request = unread(() => {
			throw error;
		});
		expectRefusal(refused(await readBody(request)), code, [error.message]);
	});

	it.each([
		['no body at all', undefined],
		['a body that is text', '{}' as unknown as Buffer],
		['a body that is an object', { a: 1 } as unknown as Buffer],
	])('answers body_unreadable to %s', async (_, rawBody) => {
		expectRefusal(refused(await readBody(unread((request) => (request.rawBody = rawBody)))), 'body_unreadable');
	});
});
