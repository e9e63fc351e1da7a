import { anything, fields, number, text } from '../../webhook/fields';
import type { JsonObject } from '../../webhook/json';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { anyOrder, digestOf } from './digest';
import { readResource } from './resource';
import type { Told } from './types';

/** Reads the result of an identity verification. */
export function readIdentification(payload: JsonObject): Told {
	const { finishTime } = payloadFields.parse(payload);
	return { ...readResource(payload), eventId: eventIdOf(payload), occurredAt: isoTimeOfUnixSeconds(finishTime) };
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
	finishTime: number,
	status: fields({
		overall: anything,
		manualDocument: anything,
		manualFace: anything,
		denyReasons: anything,
		additionalSteps: anything,
	}),
});
