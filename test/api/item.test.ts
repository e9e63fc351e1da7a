import { judged, type KycItem, withoutSecrets } from '../../api/item';

describe('a payload', () => {
	it('loses what lets its holder in, however it is written and wherever it stands', () => {
		const payload = {
			id: 'keep',
			client_secret: 's',
			list: [{ sdkToken: 's', 'session-token': 's', name: 'keep' }],
			deep: {
				...{ API_KEY: 's', one_time_password: 's', otp: 's', tokenString: 's', 'one-time-link-short': 's' },
				...{ bearer: 's', 'X-Bearer': 's' },
			},
			tokenization: 'keep',
			code: 'keep',
		};
		expect(withoutSecrets(payload)).toEqual({
			id: 'keep',
			list: [{ name: 'keep' }],
			deep: {},
			tokenization: 'keep',
			code: 'keep',
		});
		expect(withoutSecrets(payload, ['code'])).not.toHaveProperty('code');
	});

	it('loses links and tokens that are known by their value alone', () => {
		const jwt = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"a":1}').toString('base64url')}.x`;
		const link = 'https://verify.example.com/start?session_token=abc';
		const page = 'https://example.com/?page=2';
		expect(withoutSecrets({ href: link, proof: jwt, all: [link, page], page })).toEqual({ all: [page], page });
	});
});

describe('a link', () => {
	it.each(['?token=abc', '?a=1&otp=abc', '#access_token=abc', '/jwt=abc', ';session-token=abc'])(
		'is left out when a token stands in it: %s',
		(token) => {
			expect(withoutSecrets({ href: `https://verify.example.com/start${token}` })).toEqual({});
		},
	);

	it.each(['', '?page=2', '#tokens', '/token/abc'])('is kept when none does: %s', (rest) => {
		const payload = { href: `https://verify.example.com/start${rest}` };
		expect(withoutSecrets(payload)).toEqual(payload);
	});
});

describe('a test verification', () => {
	const approvedInTest = { environment: 'test', status: 'approved', reason: null } as KycItem;

	it('decides nothing, unless the user says so', () => {
		expect(judged(approvedInTest, false)).toMatchObject({ status: 'other', reason: 'test' });
		expect(judged(approvedInTest, true)).toBe(approvedInTest);
		const live = { ...approvedInTest, environment: 'live' } as KycItem;
		expect(judged(live, false)).toBe(live);
	});
});
