import { complyCube } from '../../../nodes/ComplyCube/complyCube';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { complycube as published } from '../../vectors/published.json';
import vector from './vector.json';

/** From the tests of the provider's own PHP library. */
test('the published vector is accepted', async () => {
	const sent = { body: published.body, headers: { 'ComplyCube-Signature': published['ComplyCube-Signature'] } };
	const event = acceptedEvent(await deliver(complyCube, { webhookSecret: published.secret }, sent));
	expect(event).toMatchObject({ status: 'other', reason: 'unknown', eventId: 'value', payload: { id: 'value' } });
});

describe('a delivery that was signed beforehand', () => {
	const stored = { webhookSecret: vector.webhookSecret };
	const headers = { 'ComplyCube-Signature': vector['ComplyCube-Signature'] };

	test('is accepted', async () => {
		const event = acceptedEvent(await deliver(complyCube, stored, { body: vector.body, headers }));
		expect(event).toMatchObject({ eventId: '5eb2b61e02df0a0008f1cf2b', providerStatus: 'clear' });
	});

	test('is refused when the body was parsed and written again', async () => {
		const body = JSON.stringify(JSON.parse(vector.body));
		expectRefusal(await deliver(complyCube, stored, { body, headers }), 'signature_mismatch');
	});
});
