import { TrusthubTrigger } from '../../../nodes/Trusthub/TrusthubTrigger.node';
import { trusthub } from '../../../nodes/Trusthub/trusthub';
import { describeRawBody } from '../../support/describeRawBody';
import { describeReception } from '../../support/describeReception';
import { describeSelection } from '../../support/describeSelection';
import { describeSignatureHeader } from '../../support/describeSignatureHeader';
import { acceptedEvent, deliver, expectRefusal } from '../../support/reception';
import { credential, sample, send } from './sender';

describeReception({
	provider: trusthub,
	credential,
	sent: send(sample),
	payload: sample,
	unreadable: {
		'empty text': send(''),
		'not JSON': send('status=AUTO_APPROVED'),
		'cut off': send('{"status":"AUTO_APPROVED"'),
		'two objects': send('{"status":"AUTO_APPROVED"}{}'),
		'a list': send('[{"status":"AUTO_APPROVED"}]'),
		'a text': send('"AUTO_APPROVED"'),
		null: send('null'),
		'not UTF-8': send(Buffer.from('{"status":"AUTO_APPROVED","name":"\xe9"}', 'latin1')),
	},
});

describeSignatureHeader({
	provider: trusthub,
	credential,
	header: 'X-Signature',
	encoding: 'base64',
	sent: send(sample),
});

describeRawBody({ provider: trusthub, credential, seal: send });

const status = (word: string) => send({ ...sample, status: word });

describeSelection({
	node: new TrusthubTrigger(),
	provider: trusthub,
	credential,
	deliveries: {
		auto_approved: [status('AUTO_APPROVED')],
		auto_rejected: [status('AUTO_REJECTED')],
		manual_approved: [status('MANUAL_APPROVED')],
		manual_rejected: [status('MANUAL_REJECTED')],
		session_initialized: [status('SESSION_INITIALIZED'), status('INITIALIZED'), status('session initialized')],
		session_started: [status('SESSION_STARTED'), status('Started'), status('session-started')],
		waiting_for_manual_approve: [status('WAITING_FOR_MANUAL_APPROVE')],
	},
	unlisted: [status('PENDING'), status('EXPIRED'), status('constructor'), send({})],
});

describe('the API password', () => {
	test('may be the current or the previous one, and no third', async () => {
		acceptedEvent(await deliver(trusthub, credential, send(sample, credential.apiPassword)));
		acceptedEvent(await deliver(trusthub, credential, send(sample, credential.previousApiPassword)));
		const third = send(sample, 'a third password');
		expectRefusal(await deliver(trusthub, credential, third), 'signature_mismatch', Object.values(credential));
	});

	test('is no longer the previous one once that was removed', async () => {
		const sent = send(sample, credential.previousApiPassword);
		for (const previousApiPassword of ['', '   ', undefined, null]) {
			expectRefusal(await deliver(trusthub, { ...credential, previousApiPassword }, sent), 'signature_mismatch');
		}
	});

	test('is not the empty text, nor what a blank field holds', async () => {
		for (const forger of [
			' ',
			'undefined',
			'null',
			credential.apiPassword.slice(0, -1),
			`${credential.apiPassword} `,
		]) {
			const stored = { apiPassword: credential.apiPassword, previousApiPassword: ' ' };
			expectRefusal(await deliver(trusthub, stored, send(sample, forger)), 'signature_mismatch');
		}
	});
});

test('the signature of another delivery does not fit', async () => {
	const forged = { ...send(sample), body: send({ ...sample, status: 'MANUAL_APPROVED' }).body };
	expectRefusal(await deliver(trusthub, credential, forged), 'signature_mismatch');
});
