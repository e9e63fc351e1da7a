import type { JsonObject } from '../../webhook/json';
import type { Samples, Sealed } from '../../webhook/samples';
import { type Path, withValue } from './payloads';

const iso = (time: number) => new Date(time).toISOString();
const unix = (time: number) => Math.floor(time / 1000);
const withSpace = (time: number) => iso(time).replace('T', ' ').replace('Z', '');

interface Place {
	/** Where the ids of one verification stand. */
	readonly ids: readonly Path[];
	/** Where its time stands, and how it is written; absent where the time of sending counts. */
	readonly time?: { readonly path: Path; readonly write: (time: number) => unknown };
}

const INQUIRY: Path = ['data', 'attributes', 'payload', 'data'];
const RUN: Path = ['payload', 'object'];

/** By `Provider.id`: every provider that tells the time of its events. */
const places: Readonly<Record<string, Place>> = {
	complycube: { ids: [['payload', 'id']], time: { path: ['createdAt'], write: iso } },
	didit: { ids: [['session_id']] },
	footprint: { ids: [['fp_id'], ['onboarding_id']], time: { path: ['timestamp'], write: iso } },
	humanos: { ids: [['requestId']], time: { path: ['decisionDate'], write: iso } },
	idenfy: { ids: [['scanRef']], time: { path: ['finishTime'], write: unix } },
	onfido: {
		ids: [
			[...RUN, 'id'],
			['payload', 'resource', 'id'],
		],
		time: { path: [...RUN, 'completed_at_iso8601'], write: iso },
	},
	passbase: { ids: [['key']], time: { path: ['updated'], write: unix } },
	persona: { ids: [[...INQUIRY, 'id']], time: { path: ['data', 'attributes', 'created-at'], write: iso } },
	'stripe-identity': { ids: [['data', 'object', 'id']], time: { path: ['created'], write: unix } },
	sumsub: { ids: [['applicantId']], time: { path: ['createdAtMs'], write: withSpace } },
	truora: { ids: [['object', 'process_id']], time: { path: ['timestamp'], write: iso } },
	'trust-swiftly': { ids: [['relationships', 'user_uuid']], time: { path: ['occurred_at'], write: iso } },
	veriff: { ids: [['verification', 'id']], time: { path: ['verification', 'decisionTime'], write: iso } },
};

/**
 * Two events of one verification: an approval, and what was said of it a minute before.
 * @param now milliseconds, when they are sent
 * @returns null for a provider that tells no time
 */
export async function approvalAndEarlier(
	samples: Samples,
	secrets: Readonly<Record<string, string>>,
	now: number,
): Promise<{ approval: Sealed; earlier: Sealed } | null> {
	const place = places[samples.provider.id];
	if (!place) return null;
	const { ids, time } = place;
	const approving = samples.samples.find(({ status }) => status === 'approved');
	const other = samples.samples.find(({ name, status }) => name === approving?.name && status === 'rejected');
	const before = other ?? samples.samples.find(({ status }) => status === 'rejected' || status === 'pending');
	if (!approving || !before) throw new Error(`${samples.provider.displayName} has no two samples that decide.`);

	const approval = approving.create({});
	const ofTheSame = ids.reduce((payload, path) => withValue(payload, path, at(approval, path)), before.create({}));
	const happened = (payload: JsonObject, when: number) =>
		time ? withValue(payload, time.path, time.write(when)) : payload;
	const minuteBefore = now - 60_000;
	return {
		approval: await samples.seal(happened(approval, now), secrets, now),
		earlier: await samples.seal(happened(ofTheSame, minuteBefore), secrets, time ? now : minuteBefore),
	};
}

function at(payload: unknown, path: Path): unknown {
	return path.reduce((value, key) => (value as JsonObject | undefined)?.[key], payload);
}
