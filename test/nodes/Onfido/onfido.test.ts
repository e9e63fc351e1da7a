import { onfido } from '../../../nodes/Onfido/onfido';
import { OnfidoTrigger } from '../../../nodes/Onfido/OnfidoTrigger.node';
import { samples } from '../../../nodes/Onfido/samples';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, expectRefusal, NOW } from '../../support/reception';
import { classic, credential, event, run, sample, send } from './sender';

describeReception({
	provider: onfido,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('action=workflow_run.completed'),
		'cut off': send('{"payload":{"action":"workflow_run.completed"}'),
		'two objects': send('{"payload":{}}{}'),
		'a list': send('[{"payload":{"action":"workflow_run.completed"}}]'),
		'a text': send('"approved"'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"payload":{"action":"\xe9"}}', 'latin1')),
	},
});

describeSignatureHeader({
	provider: onfido,
	credential,
	header: 'X-SHA2-Signature',
	encoding: 'hex',
	sent: send(sample),
});

describeRawBody({ provider: onfido, credential, seal: send });

const listed = [
	'audit_log.created',
	'check.completed',
	'check.form_completed',
	'check.reopened',
	'check.started',
	'check.withdrawn',
	'report.awaiting_approval',
	'report.cancelled',
	'report.completed',
	'report.resumed',
	'report.withdrawn',
	'watchlist_monitor.matches_updated',
	'workflow_run.completed',
	'workflow_run_evidence_folder.created',
	'workflow_task.completed',
	'workflow_task.started',
	'workflow_timeline_file.created',
];

describeSelection({
	node: new OnfidoTrigger(),
	provider: onfido,
	credential,
	deliveries: Object.fromEntries(listed.map((action) => [action, [send(event(action, { id: '1', status: 'new' }))]])),
	unlisted: [send({}), send(run('approved', 'workflow_run.started')), send(event(null, { id: '1' }))],
});

describe('the webhook token', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(onfido, credential, send(sample, credential.webhookToken)));
		acceptedEvent(await deliver(onfido, credential, send(sample, credential.previousWebhookToken)));
		const third = send(sample, 'a third token');
		expectRefusal(await deliver(onfido, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousWebhookToken);
		for (const previousWebhookToken of ['', '   ', undefined, null]) {
			expectRefusal(await deliver(onfido, { ...credential, previousWebhookToken }, sent), 'signature_mismatch');
		}
	});

	test('is not what a blank field holds', async () => {
		const stored = { webhookToken: credential.webhookToken, previousWebhookToken: ' ' };
		for (const forger of [' ', 'undefined', 'null']) {
			expectRefusal(await deliver(onfido, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});

test('a pretty-printed body is refused when it is written compactly', async () => {
	const { headers } = send(sample);
	const compact = { body: JSON.stringify(sample), headers };
	expectRefusal(await deliver(onfido, credential, compact), 'signature_mismatch');
});

test('the legacy SHA-1 signature alone proves nothing', async () => {
	const { body } = send(sample);
	const headers = { 'X-Signature': hmac(credential.webhookToken, body, 'sha1').toString('hex') };
	expectRefusal(await deliver(onfido, credential, { body, headers }), 'signature_missing');
});

test('a delivery counts however old it is: no time is signed', async () => {
	for (const now of [NOW + 365 * 24 * 3600 * 1000, 0]) {
		acceptedEvent(await deliver(onfido, credential, send(sample), { now, tolerance: 300 }));
	}
});

test('the signature of another delivery does not fit', async () => {
	const forged = { ...send(run('declined')), body: send(classic('check.completed', 'complete')).body };
	expectRefusal(await deliver(onfido, credential, forged), 'signature_mismatch');
});

describe('the samples', () => {
	test.each(samples.samples)('$name is $status', async ({ name, status, create }) => {
		const secrets = samples.newSecrets();
		const { body, headers } = await samples.seal(create({}), secrets, NOW);
		expect(headers['X-SHA2-Signature']).toBe(hmac(secrets.webhookToken, body).toString('hex'));
		expect(acceptedEvent(await deliver(onfido, secrets, { body, headers }))).toMatchObject({ status, eventType: name });
	});

	test('show every status', () => {
		expect(new Set(samples.samples.map(({ status }) => status)).size).toBe(4);
	});
});
