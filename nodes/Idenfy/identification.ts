import { subject } from '../../webhook/event';
import { anything, fields, number, text, word } from '../../webhook/fields';
import type { JsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { anyOrder, digestOf } from './digest';
import { isMember, meaningOf } from './outcomes';
import type { Told } from './types';

/** Reads the result of an identity verification. */
export function readIdentification(payload: JsonObject): Told {
	const { status, data, ...told } = payloadFields.parse(payload);
	const { outcome, check } = meaningOf({
		overall: word.parse(status.overall),
		final: told.final,
		denyReasons: status.denyReasons,
		document: word.parse(status.manualDocument ?? status.autoDocument),
		face: word.parse(status.manualFace ?? status.autoFace),
		beneficiaryId: told.beneficiaryId,
	});
	const member = isMember(told.beneficiaryId);
	return {
		...outcome,
		check,
		eventId: eventIdOf(payload),
		providerStatus: text.parse(status.overall),
		verificationId: told.scanRef,
		externalId: told.clientId ?? told.externalRef,
		subject: subject({
			id: member ? text.parse(told.beneficiaryId) : null,
			type: member ? 'person' : null,
			email: told.emailVerification.email,
			phone: told.phoneVerification.phone,
			name: data.fullName ?? fullName(data.docFirstName, data.docLastName),
		}),
		occurredAt: isoTimeOfUnixSeconds(told.finishTime),
	};
}

/**
 * The same for all subscriptions that tell of one result. A result that is changed in the dashboard keeps its
 * `finishTime`, but not what the reviewers say.
 */
function eventIdOf(payload: JsonObject): string {
	const { status, scanRef, final, finishTime } = payloadFields.parse(payload);
	const { manualDocument, manualFace, denyReasons, additionalSteps } = status;
	const reviewed = { manualDocument, manualFace, denyReasons: anyOrder(denyReasons), additionalSteps };
	const parts = [scanRef, text.parse(status.overall), typeof final === 'boolean' ? String(final) : null, finishTime];
	const known = parts.filter((part) => part !== null);
	return ['idenfy', ...known, digestOf(known.length === parts.length ? reviewed : payload)].join(':');
}

const payloadFields = fields({
	final: anything,
	scanRef: text,
	clientId: text,
	externalRef: text,
	beneficiaryId: anything,
	finishTime: number,
	status: fields({
		overall: anything,
		autoDocument: anything,
		autoFace: anything,
		manualDocument: anything,
		manualFace: anything,
		denyReasons: anything,
		additionalSteps: anything,
	}),
	data: fields({ fullName: text, docFirstName: text, docLastName: text }),
	emailVerification: fields({ email: text }),
	phoneVerification: fields({ phone: text }),
});
