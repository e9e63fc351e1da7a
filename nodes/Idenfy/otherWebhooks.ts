import type { z } from 'zod';
import { subject, type Subject } from '../../webhook/event';
import { fields, list, number, text, word } from '../../webhook/fields';
import type { JsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import { isoTime, isoTimeOfUnixSeconds } from '../../webhook/time';
import { digestOf } from './digest';
import { outcomeOfOther } from './outcomes';
import type { Told } from './types';

/** Reads what is not the result of an identity verification. */
export function readOther(type: string, payload: JsonObject): Told {
	const told = payloadFields.parse(payload);
	const firstScan = text.parse(told.scanRefList?.[0]);
	const verificationId = told.scanRef ?? firstScan ?? told.companyId ?? told.id ?? told.monitoringId;
	return {
		...outcomeOfOther(type, told),
		check: null,
		eventId: ['idenfy', type, ...(verificationId === null ? [] : [verificationId]), digestOf(payload)].join(':'),
		providerStatus: statusOf(payload),
		verificationId,
		externalId: told.clientId ?? told.externalRef,
		subject: subjectOf(type, told),
		occurredAt: isoTimeOfUnixSeconds(told.finishTime) ?? isoTime(told.occurredAt ?? told.submissionTime ?? told.date),
	};
}

/** The word that tells most, of those that a body has. */
function statusOf(payload: JsonObject): string | null {
	const { approvalStatus, alertStatus, outcome, overallStatus, status } = statusFields.parse(payload);
	return approvalStatus ?? alertStatus ?? outcome ?? overallStatus ?? status;
}

function subjectOf(type: string, told: z.infer<typeof payloadFields>): Subject {
	if (type === 'aml_monitoring') return subject({ type: typeOfUser(told), name: fullName(told.name, told.surname) });
	const isMember = told.amlReviewSubjectType !== null && told.amlReviewSubjectType !== 'COMPANY';
	if (!type.startsWith('company_') || isMember)
		return subject({ id: told.companyId && told.id, name: told.companyName });
	return subject({ id: told.companyId ?? told.id, type: 'company', name: told.companyName });
}

function typeOfUser({ amlCheck: { userType } }: z.infer<typeof payloadFields>): Subject['type'] {
	if (userType === 'COMPANY') return 'company';
	return userType === 'PERSON' ? 'person' : null;
}

const payloadFields = fields({
	id: text,
	scanRef: text,
	scanRefList: list,
	companyId: text,
	monitoringId: text,
	clientId: text,
	externalRef: text,
	name: text,
	surname: text,
	companyName: text,
	amlReviewSubjectType: text,
	amlCheck: fields({ userType: text }),
	approvalStatus: word,
	alertStatus: word,
	status: word,
	finishTime: number,
	occurredAt: text,
	submissionTime: text,
	date: text,
});

const statusFields = fields({
	approvalStatus: text,
	alertStatus: text,
	outcome: text,
	overallStatus: text,
	status: text,
});
