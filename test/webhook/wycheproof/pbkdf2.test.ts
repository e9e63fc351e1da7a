import { deriveKey } from '../../../webhook/pbkdf2';
import { bytes, describeVectors, isText } from './vectors';

interface Vector {
	readonly tcId: number;
	readonly comment: string;
	readonly result: 'valid';
	readonly password: string;
	readonly salt: string;
	readonly iterationCount: number;
	readonly dkLen: number;
	readonly dk: string;
}

describeVectors<Vector>('pbkdf2_hmacsha256_test.json', {
	reasonToLeaveOut: ({ salt }) => (isText(bytes(salt)) ? null : 'with a salt that is not UTF-8 text'),
	used: 2,
	leftOut: { 'with a salt that is not UTF-8 text': 58 },
	async check({ password, salt, iterationCount, dkLen, dk }) {
		const parameters = { iterations: iterationCount, keyBytes: dkLen };
		const key = await deriveKey(bytes(password), bytes(salt).toString('utf8'), parameters);
		expect(key.toString('hex')).toBe(dk);
	},
});
