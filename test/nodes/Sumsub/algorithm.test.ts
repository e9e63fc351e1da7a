import { SumsubWebhookApi } from '../../../credentials/SumsubWebhookApi.credentials';
import { sumsub } from '../../../nodes/Sumsub/sumsub';
import { acceptedEvent, deliver, expectRefusal, type Sent } from '../../support/reception';
import { sumsub_sha1 as published } from '../../vectors/published.json';
import vector from './vector.json';

const { secretKey, body, deliveries } = vector;
const digests = deliveries.map(({ digest }) => digest);

type Header = string | string[] | undefined;

function sent(digest: Header, algorithm: Header, text = body): Sent {
	return { body: text, headers: { 'X-Payload-Digest': digest, 'X-Payload-Digest-Alg': algorithm } };
}

describe.each(deliveries)('a webhook that is set to $algorithm', ({ algorithm, digest }) => {
	const credential = { secretKey, algorithm };
	const refuse = async (delivery: Sent, code: Parameters<typeof expectRefusal>[1]) => {
		const result = await deliver(sumsub, credential, delivery);
		expectRefusal(result, code, [secretKey, algorithm, ...digests]);
		return result;
	};

	test('is accepted with the digest that was made beforehand', async () => {
		const event = acceptedEvent(await deliver(sumsub, credential, sent(digest, algorithm)));
		expect(event).toMatchObject({ status: 'approved', externalId: 'Zoë/7' });
	});

	const others = deliveries.filter((other) => other.algorithm !== algorithm);

	test.each(others)('is refused when the header names $algorithm, whatever the digest is', async (other) => {
		for (const claimed of digests) await refuse(sent(claimed, other.algorithm), 'signature_mismatch');
	});

	test.each(others)('is refused when the digest is by $algorithm', async (other) => {
		await refuse(sent(other.digest, algorithm), 'signature_mismatch');
	});

	test('is judged by its own algorithm when no header names one', async () => {
		for (const missing of [undefined, '', []]) {
			acceptedEvent(await deliver(sumsub, credential, sent(digest, missing)));
			for (const other of others) await refuse(sent(other.digest, missing), 'signature_mismatch');
		}
	});

	test.each([
		['in lower case', algorithm.toLowerCase()],
		['with a blank', ` ${algorithm}`],
		['sent twice', `${algorithm}, ${algorithm}`],
		['a list of two', [algorithm, algorithm]],
		['unknown', 'HMAC_MD5_HEX'],
		['a name of every object', 'constructor'],
		['the word undefined', 'undefined'],
	])('is refused when the header with the algorithm is %s', async (_, value) => {
		await refuse(sent(digest, value), 'signature_mismatch');
	});

	test('misses its digest before its algorithm', async () => {
		await refuse({ body }, 'signature_missing');
		await refuse(sent(undefined, 'HMAC_MD5_HEX'), 'signature_missing');
	});

	test('is refused when the body says the same in other bytes', async () => {
		for (const changed of [JSON.stringify(JSON.parse(body)), body.trimEnd(), '']) {
			await refuse(sent(digest, algorithm, changed), 'signature_mismatch');
		}
	});
});

describe('which algorithm the credential has', () => {
	const wrong = [...digests, ...[20, 32, 64].map((bytes) => '0'.repeat(2 * bytes))];
	const named = [undefined, ...deliveries.map(({ algorithm }) => algorithm), 'HMAC_MD5_HEX'];

	test.each(named)('is not told by how a wrong digest is answered under the header %s', async (header) => {
		const answers = new Set<string>();
		for (const { algorithm } of deliveries) {
			const stored = { secretKey: `${secretKey}-another`, algorithm };
			for (const digest of wrong) answers.add(JSON.stringify(await deliver(sumsub, stored, sent(digest, header))));
		}
		expect([...answers]).toEqual([expect.stringContaining('"signature_mismatch"')]);
	});

	test('is not told by how the true digest is answered under another name, or another digest under the true one', async () => {
		const answers = new Set<string>();
		for (const { algorithm, digest } of deliveries) {
			for (const other of deliveries.filter((each) => each.algorithm !== algorithm)) {
				const stored = { secretKey, algorithm };
				answers.add(JSON.stringify(await deliver(sumsub, stored, sent(digest, other.algorithm))));
				answers.add(JSON.stringify(await deliver(sumsub, stored, sent(other.digest, other.algorithm))));
				answers.add(JSON.stringify(await deliver(sumsub, stored, sent(other.digest, algorithm))));
				answers.add(JSON.stringify(await deliver(sumsub, stored, sent('0'.repeat(64), algorithm))));
			}
		}
		expect(answers.size).toBe(1);
	});

	test('is not told by how a malformed digest is answered', async () => {
		for (const digest of ['00', 'x'.repeat(64), '0'.repeat(62), '0'.repeat(41)]) {
			const answers = new Set<string>();
			for (const { algorithm } of deliveries) {
				for (const header of named) {
					answers.add(JSON.stringify(await deliver(sumsub, { secretKey, algorithm }, sent(digest, header))));
				}
			}
			expect([...answers]).toEqual([expect.stringContaining('"signature_malformed"')]);
		}
	});

	test('is asked about by the hint of every refusal', async () => {
		const result = await deliver(sumsub, { secretKey, algorithm: 'HMAC_SHA1_HEX' }, sent(digests[0], undefined));
		expect(result).toMatchObject({ hint: expect.stringMatching(/Secret Key and Signature Algorithm/) });
	});
});

test('the published vector of HMAC_SHA1_HEX is authentic', async () => {
	const credential = { secretKey: published.secret, algorithm: 'HMAC_SHA1_HEX' };
	const delivery = sent(published.HMAC_SHA1_HEX, 'HMAC_SHA1_HEX', published.body);
	// Its body is no JSON, which is looked at only once it is authentic.
	expectRefusal(await deliver(sumsub, credential, delivery), 'payload_unreadable');
	expectRefusal(await deliver(sumsub, credential, { ...delivery, body: 'someTexT' }), 'signature_mismatch');
});

describe('the algorithm of the credential', () => {
	test.each(['sha256', 'HMAC_MD5_HEX', 'hmac_sha256_hex', 'constructor', '__proto__'])(
		'cannot be %s',
		async (algorithm) => {
			for (const header of [algorithm, 'HMAC_SHA256_HEX', undefined]) {
				const result = await deliver(sumsub, { secretKey, algorithm }, sent(digests[0], header));
				expectRefusal(result, 'credential_invalid', [secretKey]);
				expect(result).toMatchObject({ detail: expect.stringContaining('Signature Algorithm must be one of') });
			}
		},
	);

	test('is chosen from those that are known, SHA-256 unless another one is', () => {
		const field = new SumsubWebhookApi().properties.find(({ name }) => name === 'algorithm');
		const offered = field?.options?.map((option) => 'value' in option && option.value);
		expect(offered?.slice().sort()).toEqual(deliveries.map(({ algorithm }) => algorithm).sort());
		expect(field?.default).toBe('HMAC_SHA256_HEX');
	});
});
