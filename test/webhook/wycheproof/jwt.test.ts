import { verifyJwt, type JwtScheme } from '../../../webhook/jwt';
import { describeVectors, isText } from './vectors';

interface Vector {
	readonly tcId: number;
	readonly comment: string;
	readonly result: 'valid' | 'invalid';
	readonly jws: string;
}

interface Key {
	readonly kty: string;
	readonly k?: string;
}

interface Group {
	readonly tests: readonly Vector[];
	readonly private?: Key;
	readonly public?: Key;
}

const scheme: JwtScheme = { algorithm: 'HS256', issuer: 'issuer', field: 'Signing Key' };

const keyOf = ({ private: key }: Group) => (key?.kty === 'oct' ? Buffer.from(key.k ?? '', 'base64url') : null);

/** The code of the answer; the payloads of the vectors are words, not claims: readable or not comes after authentic. */
async function codeOf(jws: string, key: string): Promise<string> {
	const answer = await verifyJwt(jws, scheme, [key], { now: Date.now(), tolerance: 0 });
	return answer.ok ? 'ok' : answer.code;
}

/** The file takes these two for valid; `?` is no base64url, which RFC 7515, section 5.2, has us reject. */
const isStricter = ({ comment, result, jws }: Vector) =>
	result === 'valid' && comment.startsWith('InvalidCharacterInserted') && jws.includes('?');

describeVectors<Vector, Group>('json_web_signature_test.json', {
	reasonToLeaveOut(vector, group) {
		const key = keyOf(group);
		if (key === null) return 'under the key of another algorithm than HS256';
		if (!isText(key)) return 'with a key that is not UTF-8 text';
		const isValidElsewhere = group.tests.some(({ jws, result }) => jws === vector.jws && result === 'valid');
		return vector.result === 'invalid' && isValidElsewhere ? 'that the same file calls valid in another place' : null;
	},
	used: 19,
	leftOut: {
		'under the key of another algorithm than HS256': 361,
		'with a key that is not UTF-8 text': 19,
		'that the same file calls valid in another place': 2,
	},
	async check(vector, group) {
		const code = await codeOf(vector.jws, keyOf(group)?.toString('utf8') ?? '');
		if (isStricter(vector)) expect(code).toBe('token_malformed');
		else if (vector.result === 'valid') expect(['ok', 'payload_unreadable']).toContain(code);
		else expect(['token_malformed', 'token_algorithm_not_allowed', 'signature_mismatch']).toContain(code);
	},
	async checkLeftOut(vector, group) {
		if (keyOf(group) !== null) return;
		const keyAsText = JSON.stringify(group.public ?? group.private);
		expect(['token_malformed', 'token_algorithm_not_allowed', 'signature_mismatch']).toContain(
			await codeOf(vector.jws, keyAsText),
		);
	},
});
