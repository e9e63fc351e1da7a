import { finalRequest, type RequestOptions } from '../../api/signedRequest';

const HOST = 'api.example.com';
const JSON_TYPE = { 'content-type': 'application/json' };

function made(options: RequestOptions) {
	const { method, url, body } = finalRequest(options, HOST);
	return { method, path: `${url.pathname}${url.search}`, signed: body.toString(), sent: options };
}

describe('a request that is to be signed', () => {
	it('has its query in the address and its body as text, whichever of n8n has made it', () => {
		const helper = {
			baseURL: `https://${HOST}`,
			url: '/v1?a=1',
			qs: { b: 'x y', c: ['1', '2'], d: null },
			method: 'post',
			body: { e: 'ä' },
		};
		expect(made(helper)).toMatchObject({ method: 'POST', path: '/v1?a=1&b=x+y&c=1&c=2', signed: '{"e":"ä"}' });
		expect(helper).toMatchObject({ qs: {}, body: '{"e":"ä"}', headers: JSON_TYPE });
		expect(helper).not.toHaveProperty('baseURL');
		const legacy = {
			uri: `https://${HOST}/v1`,
			body: { e: 1 },
			method: 'PATCH',
			headers: { 'Content-Type': 'application/json' },
		};
		expect(made(legacy)).toMatchObject({ signed: '{"e":1}', sent: { uri: `https://${HOST}/v1`, body: '{"e":1}' } });
		expect(legacy).not.toHaveProperty('url');
	});

	it.each([
		['JSON with white space around it', { body: ' {"a":1}\n', headers: JSON_TYPE }, '{"a":1}'],
		[
			'bytes',
			{ body: Buffer.from([1, 2, 255]), headers: { 'content-type': 'image/png' } },
			Buffer.from([1, 2, 255]).toString(),
		],
		['a form', { form: { a: 'x y' } }, 'a=x+y'],
		[
			'parameters',
			{ body: new URLSearchParams({ a: '1' }), headers: { 'content-type': 'application/x-www-form-urlencoded' } },
			'a=1',
		],
		[
			'an object as a form',
			{ body: { a: 1 }, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
			'a=1',
		],
		['text', { body: ' a ', headers: { 'content-type': 'text/plain' } }, ' a '],
		['an empty text', { body: '' }, ''],
		['nothing', {}, ''],
	])('is signed as it is sent: %s', (_, given, signed) => {
		const { sent, signed: text } = made({ url: `https://${HOST}/v1`, method: 'POST', ...given });
		expect(text).toBe(signed);
		expect(sent.body === undefined ? '' : String(sent.body)).toBe(signed);
		expect(sent).not.toHaveProperty('form');
	});

	it('has no body with GET, since n8n sends none', () => {
		expect(made({ url: `https://${HOST}/v1`, method: 'GET', body: { a: 1 } })).toMatchObject({
			signed: '',
			sent: { qs: {} },
		});
	});

	it.each([
		[{ formData: {} }],
		[{ body: new (class Stream {})() }],
		[{ body: { a: 1 }, headers: { 'content-type': 'multipart/form-data' } }],
		[{ body: 'no json', headers: JSON_TYPE }],
	])('is refused when what is sent is not known: %j', (given) => {
		expect(() => made({ url: `https://${HOST}/v1`, method: 'POST', ...given })).toThrow();
	});

	it.each([
		`http://${HOST}/`,
		'https://elsewhere.example/',
		`https://${HOST}.example/`,
		`https://${HOST}@elsewhere.example/`,
		`https://${HOST}:8443/`,
	])('is refused for %s', (url) => {
		expect(() => made({ url })).toThrow(`only for https://${HOST}`);
	});
});
