import { existsSync, readFileSync } from 'node:fs';
import { veriff } from '../../../nodes/Veriff/veriff';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import vector from './vector.json';

const { sharedSecret, body, 'x-hmac-signature': signature } = vector;

test('a delivery that was signed beforehand is accepted', async () => {
	const delivery = { body, headers: { 'x-hmac-signature': signature } };
	const event = acceptedEvent(await deliver(veriff, { sharedSecret }, delivery));
	expect(event).toMatchObject({ status: 'approved', externalId: 'Zoë/7' });
});

test('and refused when the body says the same in other bytes', async () => {
	for (const changed of [JSON.stringify(JSON.parse(body)), body.trimEnd(), '']) {
		const delivery = { body: changed, headers: { 'x-hmac-signature': signature } };
		expectRefusal(await deliver(veriff, { sharedSecret }, delivery), 'signature_mismatch', [sharedSecret, signature]);
	}
});

describe('the published vector', () => {
	const file = '../shared/vectors/published.json';
	const isHere = existsSync(file);

	(isHere ? test : test.skip)(`is authentic${isHere ? '' : ` (${file} is not here)`}`, async () => {
		const { veriff: published } = JSON.parse(readFileSync(file, 'utf8'));
		for (const name of ['x-hmac-signature', 'vrf-hmac-signature']) {
			const delivery = { body: published.body, headers: { [name]: published['x-hmac-signature'] } };
			const event = acceptedEvent(await deliver(veriff, { sharedSecret: published.secret }, delivery));
			// It is the body of a request to create a session: authentic, but not a decision.
			expect(event).toMatchObject({ status: 'other', reason: 'unknown', subject: { name: 'John Smith' } });
		}
	});
});
