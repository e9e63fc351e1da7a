import { httpStatusOf, refusalCodes, refuse, type RefusalCode } from '../../webhook/refusal';

/** The HTTP answers of the contract. */
const codesByStatus: Record<number, RefusalCode[]> = {
	401: [
		'signature_missing',
		'signature_malformed',
		'signature_mismatch',
		'timestamp_missing',
		'timestamp_malformed',
		'timestamp_outside_tolerance',
		'token_malformed',
		'token_algorithm_not_allowed',
		'token_claims_invalid',
		'decryption_failed',
	],
	400: ['payload_unreadable', 'body_unreadable'],
	413: ['body_too_large'],
	503: ['credential_invalid', 'settings_unsafe'],
};

describe.each(Object.entries(codesByStatus))('a delivery is answered %s', (status, codes) => {
	it.each(codes)('when it is refused for %s', (code) => {
		expect(httpStatusOf(refuse(code, 'Why.'))).toBe(Number(status));
	});
});

describe('a refusal', () => {
	it('is a value with a code and a hint', () => {
		expect(refuse('signature_missing', 'Why.')).toEqual({ ok: false, code: 'signature_missing', hint: 'Why.' });
		expect(refuse('signature_missing', 'Why.', 'For you.')).toEqual({
			...{ ok: false, code: 'signature_missing', hint: 'Why.' },
			detail: 'For you.',
		});
	});

	it('has one of the codes of the contract, and no other', () => {
		expect([...refusalCodes].sort()).toEqual(Object.values(codesByStatus).flat().sort());
	});
});
