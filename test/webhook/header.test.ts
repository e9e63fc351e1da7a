import { header } from '../../webhook/header';

const delivery = {
	rawBody: Buffer.alloc(0),
	headers: { 'x-signature': 'abc', 'x-empty': '', 'x-list': ['abc', 'abc'], 'x-none': undefined, 'x-no-list': [] },
};

describe('header', () => {
	it.each(['x-signature', 'X-Signature', 'X-SIGNATURE'])('finds a header by the name %s', (name) => {
		expect(header(delivery, name)).toBe('abc');
	});

	it.each(['x-empty', 'x-none', 'x-no-list', 'x-absent'])('takes %s for missing', (name) => {
		expect(header(delivery, name)).toBeNull();
	});

	it('joins a list as Node joins a header that is sent twice', () => {
		expect(header(delivery, 'x-list')).toBe('abc, abc');
	});
});
