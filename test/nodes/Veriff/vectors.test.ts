import { veriff } from '../../../nodes/Veriff/veriff';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { veriff as published } from '../../vectors/published.json';
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

test('the published vector is authentic', async () => {
	for (const name of ['x-hmac-signature', 'vrf-hmac-signature']) {
		const delivery = { body: published.body, headers: { [name]: published['x-hmac-signature'] } };
		const event = acceptedEvent(await deliver(veriff, { sharedSecret: published.secret }, delivery));
		// It is the body of a request to create a session: authentic, but not a decision.
		expect(event).toMatchObject({ status: 'other', reason: 'unknown', subject: { name: 'John Smith' } });
	}
});
