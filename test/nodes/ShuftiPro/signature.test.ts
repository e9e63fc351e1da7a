import { shuftiPro } from '../../../nodes/ShuftiPro/shuftiPro';
import { hmac, sha256 } from '../../support/crypto';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, sample, send } from './sender';
import vector from './vector.json';

const stored = { secretKey: vector.secretKey };
const deliverVector = (signature: string, body = vector.body) =>
	deliver(shuftiPro, stored, { body, headers: { Signature: signature } });

test('a delivery that was signed beforehand is accepted', async () => {
	expect(acceptedEvent(await deliverVector(vector.Signature))).toMatchObject({
		status: 'approved',
		verificationId: 'sp-bc-demo-17374217',
	});
});

test('the older scheme, with the key itself behind the body, is refused', async () => {
	expectRefusal(await deliverVector(vector.legacy.Signature), 'signature_mismatch', [vector.secretKey]);
});

test('an HMAC is refused: the scheme is a plain hash', async () => {
	expectRefusal(await deliverVector(vector.hmac.Signature), 'signature_mismatch', [vector.secretKey]);
});

describe('a signature made in another way is refused', () => {
	const { secretKey } = credential;
	const { body } = send(sample);
	const hashedKey = sha256(secretKey).toString('hex');
	test.each([
		['with the hashed key before the body', sha256(`${hashedKey}${String(body)}`)],
		['with the hashed key in upper case', sha256(`${String(body)}${hashedKey.toUpperCase()}`)],
		['with the hash of the key as bytes', sha256(Buffer.concat([Buffer.from(body), sha256(secretKey)]))],
		['with the hash of the hashed key', sha256(`${String(body)}${sha256(hashedKey).toString('hex')}`)],
		['with a line break before the hashed key', sha256(`${String(body)}\n${hashedKey}`)],
		['with the key behind its hash', sha256(`${String(body)}${hashedKey}${secretKey}`)],
		['as an HMAC under the hashed key', hmac(hashedKey, body)],
		['of the body without a key', sha256(body)],
		['of the hashed key without a body', sha256(hashedKey)],
	])('%s', async (_, digest) => {
		const headers = { Signature: digest.toString('hex') };
		expectRefusal(await deliver(shuftiPro, credential, { body, headers }), 'signature_mismatch');
	});

	test('also when part of the body has moved to the key', async () => {
		const moved = { ...send('{}', credential.secretKey), body: `{}${hashedKey}` };
		expectRefusal(await deliver(shuftiPro, credential, moved), 'signature_mismatch');
	});
});

test('the signature of the parsed and rewritten body does not fit', async () => {
	const rewritten = send(JSON.stringify(sample));
	const { body } = send(sample);
	expect(JSON.parse(String(body))).toStrictEqual(sample);
	expectRefusal(await deliver(shuftiPro, credential, { ...rewritten, body }), 'signature_mismatch');
});

test('the signature under another header is none', async () => {
	const { body, headers } = send(sample);
	for (const name of ['sp_signature', 'X-Signature']) {
		const elsewhere = { body, headers: { [name]: headers?.Signature } };
		expectRefusal(await deliver(shuftiPro, credential, elsewhere), 'signature_missing');
	}
});
