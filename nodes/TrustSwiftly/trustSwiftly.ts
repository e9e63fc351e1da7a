import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text, word } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import { isJsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { checkOf, ownChecks, readChecks } from './checks';
import { CONTRADICTION, outcomeOf } from './outcomes';
import { readPerson } from './resource';

/**
 * Trust Swiftly, by the documentation that `facts.ts` names.
 * `Signature` is the hex HMAC-SHA256 of the raw body under the webhook signing secret; no
 * timestamp. Events fire per check, so a completed check does not make the person approved: see
 * `outcomes.ts`. Payloads before 2025-10-08 are flat and call the type `event`.
 */
export const trustSwiftly: Provider<'signingSecret' | 'previousSigningSecret'> = {
	id: 'trust-swiftly',
	displayName: 'Trust Swiftly',
	credential: {
		type: 'trustSwiftlyWebhookApi',
		fields: [
			{ name: 'signingSecret', label: 'Signing Secret', required: true },
			{ name: 'previousSigningSecret', label: 'Previous Signing Secret (Rotation Only)', required: false },
		],
	},
	tellsTime: true,
	parameters: ['approvedWhen'],

	authenticate: (delivery, { signingSecret, previousSigningSecret }) =>
		authenticateHmac(
			delivery,
			{ header: 'Signature', encoding: 'hex', field: 'Signing Secret' },
			inUse(signingSecret, previousSigningSecret),
		),

	read(payload, context) {
		const root = rootFields.parse(payload);
		const hasData = payload.data !== undefined && payload.data !== null;
		const source = hasData ? payload.data : payload;
		const data = dataFields.parse(source);
		const type = typeOf(root.type, root.event);
		// What should hold the list but is no object is no list either.
		const checks = readChecks(isJsonObject(source) ? source.verifications : 'unreadable');
		const own = ownChecks(checks, data);
		const user = userStatusOf(data.user_status, root.user_status);
		const told = {
			type,
			checks,
			own,
			userStatus: user.decisive,
			isFlat: !hasData && (root.type ?? root.spec_version ?? null) === null,
		};
		const person = root.relationships.user_uuid ?? root.relationships.user_id ?? root.trust_id;
		const occurredAt = root.occurred_at ?? root.created_at;
		return [
			{
				...outcomeOf(told, context.parameters.approvedWhen),
				// `verification_id` is that of the method: the same for everybody.
				...readPerson(person, source),
				selector: type ?? 'unknown',
				check: checkOf(type, own, data),
				eventId: root.id ?? eventIdOf(['trust-swiftly', type, person, data.verification_id, occurredAt], context),
				eventType: type ?? 'unknown',
				providerStatus: text.parse(user.given),
				occurredAt: isoTime(occurredAt),
				payload,
			},
		];
	},
};

/** @returns null when the two names that a type may stand under contradict each other */
function typeOf(type: unknown, event: unknown): string | null {
	const given = [type, event].filter((each) => each !== undefined && each !== null);
	return given.every((each) => each === given[0]) ? text.parse(given[0]) : null;
}

/** The person's status, in the data and in the root: when the two differ, only a refusal counts. */
function userStatusOf(inData: unknown, inRoot: unknown): { given: unknown; decisive: string | null } {
	const all = [inData, inRoot].filter((each) => each !== undefined && each !== null);
	const words = all.map((each) => word.parse(each)?.toLowerCase() ?? null);
	const banned = words.indexOf('banned');
	if (banned !== -1) return { given: all[banned], decisive: 'banned' };
	const agree = words.every((each) => each === words[0]);
	return { given: all[0], decisive: agree ? (words[0] ?? null) : CONTRADICTION };
}

const rootFields = fields({
	id: text,
	type: anything,
	event: anything,
	spec_version: anything,
	occurred_at: text,
	created_at: text,
	trust_id: text,
	user_status: anything,
	relationships: fields({ user_id: text, user_uuid: text }),
});

/** In `data` since 2025-10-08, before that in the root. */
const dataFields = fields({
	verification_id: text,
	verification_name: text,
	user_status: anything,
});
