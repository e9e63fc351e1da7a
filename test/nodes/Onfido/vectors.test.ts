import { onfido } from '../../../nodes/Onfido/onfido';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { onfido_classic as classic, onfido_studio as studio } from '../../vectors/published.json';
import vector from './vector.json';

const { webhookToken, body, 'X-SHA2-Signature': signature } = vector;

test('a delivery that was signed beforehand is accepted', async () => {
	const delivery = { body, headers: { 'X-SHA2-Signature': signature } };
	const event = acceptedEvent(await deliver(onfido, { webhookToken }, delivery));
	expect(event).toMatchObject({ status: 'approved', externalId: 'Zoë/7' });
});

test('and refused when the body says the same in other bytes', async () => {
	for (const changed of [JSON.stringify(JSON.parse(body)), body.trimEnd(), '']) {
		const delivery = { body: changed, headers: { 'X-SHA2-Signature': signature } };
		expectRefusal(await deliver(onfido, { webhookToken }, delivery), 'signature_mismatch', [webhookToken, signature]);
	}
});

describe('the published vectors', () => {
	test('of a classic check is authentic, and decides nothing', async () => {
		const { token, body: text, 'X-SHA2-Signature': digest } = classic;
		const delivery = { body: text, headers: { 'x-sha2-signature': digest } };
		expect(acceptedEvent(await deliver(onfido, { webhookToken: token }, delivery))).toMatchObject({
			status: 'other',
			reason: 'scored',
			check: null,
			eventId: 'onfido:check.completed:check-123:complete:2020-01-01T00:00:00Z',
			verificationId: 'check-123',
			occurredAt: '2020-01-01T00:00:00.000Z',
		});
	});

	test('of a Studio task is authentic, and decides nothing', async () => {
		const { token, body: text, 'X-SHA2-Signature': digest } = studio;
		const delivery = { body: text, headers: { 'x-sha2-signature': digest } };
		const run = 'bc77c6e5-753a-4580-96a6-aaed3e5a8d19';
		expect(acceptedEvent(await deliver(onfido, { webhookToken: token }, delivery))).toMatchObject({
			status: 'pending',
			reason: 'partial',
			check: { name: 'profile_data', status: 'pending' },
			eventId: `onfido:workflow_task.started:${run}:profile_1eb92:started:2024-07-10T12:49:09Z`,
			verificationId: run,
			occurredAt: '2024-07-10T12:49:09.000Z',
		});
	});
});
