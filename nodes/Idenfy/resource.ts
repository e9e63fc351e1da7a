import { subject } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import type { JsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import type { Reading } from '../../webhook/reading';
import { isMember, meaningOf } from './outcomes';

/** What the result of an identity verification says, in the shape of the webhook. */
export function readResource(resource: unknown): Reading {
	const { status, data, ...told } = resourceFields.parse(resource);
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
		environment: null,
		check,
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
	};
}

/**
 * What the status endpoint answers, in the shape of the webhook. It has no `final`, so that an automatic result that
 * a person has yet to review may look like a final one: only what a reviewer has decided is taken for final. What was
 * not reviewed is empty: https://documentation.idenfy.com/kyc/data-retrieval.
 */
export function asWebhook(answer: unknown): JsonObject {
	const { status: overall, denyReasons, scanRef, clientId, ...results } = answerFields.parse(answer);
	const { manualDocument, manualFace } = results;
	// Without a selfie there is no face to review.
	const hasFace = results.autoFace !== null && results.autoFace !== 'FACE_NOT_CHECKED';
	const isReviewed = manualDocument !== null && (manualFace !== null || !hasFace);
	const isDenied = manualDocument !== null || manualFace !== null;
	const final = overall === 'DENIED' ? isDenied : isReviewed;
	return { final, status: { overall, denyReasons, ...results }, scanRef, clientId };
}

/** A result: null where it is empty. */
const result = word.transform((given) => given || null);

const answerFields = fields({
	status: anything,
	denyReasons: anything,
	autoDocument: result,
	autoFace: result,
	manualDocument: result,
	manualFace: result,
	scanRef: anything,
	clientId: anything,
});

const resourceFields = fields({
	final: anything,
	scanRef: text,
	clientId: text,
	externalRef: text,
	beneficiaryId: anything,
	status: fields({
		overall: anything,
		autoDocument: anything,
		autoFace: anything,
		manualDocument: anything,
		manualFace: anything,
		denyReasons: anything,
	}),
	data: fields({ fullName: text, docFirstName: text, docLastName: text }),
	emailVerification: fields({ email: text }),
	phoneVerification: fields({ phone: text }),
});
