import { decodeDigest, matchesHmac } from '../../../webhook/hmac';
import { bytes, describeVectors } from './vectors';

interface Vector {
	readonly tcId: number;
	readonly comment: string;
	readonly result: 'valid' | 'invalid';
	readonly key: string;
	readonly msg: string;
	readonly tag: string;
}

const SHA256_BYTES = 32;

describeVectors<Vector>('hmac_sha256_test.json', {
	reasonToLeaveOut: ({ tag }) => (bytes(tag).length < SHA256_BYTES ? 'with a tag that is cut to 16 bytes' : null),
	used: 87,
	leftOut: { 'with a tag that is cut to 16 bytes': 87 },
	check({ key, msg, tag, result }) {
		const digest = decodeDigest(tag, { encoding: 'hex' });
		expect(digest).not.toBeNull();
		expect(matchesHmac([bytes(key)], [bytes(msg)], digest === null ? [] : [digest])).toBe(result === 'valid');
	},
	checkLeftOut({ tag }) {
		expect(decodeDigest(tag, { encoding: 'hex' })).toBeNull();
		expect(decodeDigest(bytes(tag).toString('base64'), { encoding: 'base64' })).toBeNull();
	},
});
