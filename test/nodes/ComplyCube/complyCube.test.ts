import { complyCube } from '../../../nodes/ComplyCube/complyCube';
import { ComplyCubeTrigger } from '../../../nodes/ComplyCube/ComplyCubeTrigger.node';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, sample, send, withOutcome } from './sender';

describeReception({
	provider: complyCube,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('type=check.completed'),
		'cut off': send('{"type":"check.completed"'),
		'two objects': send('{"type":"check.completed"}{}'),
		'a list': send('[{"type":"check.completed"}]'),
		'a text': send('"check.completed"'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"type":"check.completed","name":"\xe9"}', 'latin1')),
	},
});

describeSignatureHeader({
	provider: complyCube,
	credential,
	header: 'ComplyCube-Signature',
	encoding: 'hex',
	sent: send(sample),
});

describeRawBody({ provider: complyCube, credential, seal: send });

const names = [
	'address.created',
	'address.deleted',
	'address.updated',
	'check.completed',
	'check.completed.attention',
	'check.completed.clear',
	'check.completed.match_confirmed',
	'check.completed.rejected',
	'check.failed',
	'check.monitoring.attention',
	'check.pending',
	'check.updated',
	'client.created',
	'client.deleted',
	'client.updated',
	'document.created',
	'document.deleted',
	'document.updated',
	'document.updated.image_deleted',
	'document.updated.image_uploaded',
	'workflow.session.abandoned',
	'workflow.session.cancelled',
	'workflow.session.completed',
	'workflow.session.processing',
	'workflow.session.started',
	'workflow.session.updated',
];

/** The completed checks also in the word of the older documentation. */
const spellings = (name: string) => [...new Set([name, name.replace('check.completed', 'check.complete')])];

describeSelection({
	node: new ComplyCubeTrigger(),
	provider: complyCube,
	credential,
	deliveries: Object.fromEntries(
		names.map((name) => [name, spellings(name).map((type) => send(withOutcome(type, 'clear')))]),
	),
	unlisted: [send({}), send(withOutcome('check.completed.something_new', 'clear')), send(withOutcome('toString', ''))],
});

describe('the webhook secret', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(complyCube, credential, send(sample, credential.webhookSecret)));
		acceptedEvent(await deliver(complyCube, credential, send(sample, credential.previousWebhookSecret)));
		const third = send(sample, 'a third secret');
		expectRefusal(await deliver(complyCube, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousWebhookSecret);
		for (const previousWebhookSecret of ['', '   ', undefined, null]) {
			const stored = { ...credential, previousWebhookSecret };
			expectRefusal(await deliver(complyCube, stored, sent), 'signature_mismatch');
		}
	});

	test('is not the empty text, nor what a blank field holds', async () => {
		const stored = { webhookSecret: credential.webhookSecret, previousWebhookSecret: ' ' };
		// HMAC fills a key up with zeros: one zero is the empty key.
		for (const forger of ['\0', ' ', 'undefined', 'null']) {
			expectRefusal(await deliver(complyCube, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});
