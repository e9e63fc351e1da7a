import { subject } from '../../webhook/event';
import { fields, list, text, word } from '../../webhook/fields';
import { approved, canceled, declined, type Outcome, partial, revoked, started, unknown } from '../../webhook/outcome';
import type { Reading } from '../../webhook/reading';
import { contactOf } from './contact';
import { outcomeOfCredentialResource, plainlyYes } from './outcomes';

/**
 * What a request says of its person by all of its credentials:
 * https://docs.humanos.id/api-reference/2026-05-17/requests/get-detail. A request to several people tells nothing of
 * any one of them.
 */
export function readRequest(request: unknown): Reading & { readonly words: readonly (string | null)[] } {
	const { id, internalId, canceledAt, subjects, credentials } = requestFields.parse(request);
	const [person, ...others] = (subjects ?? []).map((one) => personFields.parse(one));
	const parsed = (credentials ?? []).map((one) => credentialFields.parse(one));
	const [only] = parsed.length === 1 ? parsed : [];
	const outcomes = (credentials ?? []).map((one) => outcomeOfCredentialResource(one));
	const isOne = person !== undefined && others.length === 0;
	const outcome = canceledAt !== null ? canceled : isOne ? identified(person.kyc, together(outcomes)) : unknown;
	return {
		...outcome,
		environment: null,
		check: only ? { name: only.resourceType ?? only.name, status: outcome.status } : null,
		providerStatus: only?.status ?? null,
		verificationId: id,
		externalId: internalId ?? person?.internalId ?? null,
		subject: subject(isOne ? { id: person.id ?? person.did, name: person.name, ...contactOf(person.contact) } : {}),
		words: parsed.map(({ status }) => status),
	};
}

/** A no counts, whatever else is said; a yes only when nothing else is. */
function together(outcomes: readonly Outcome[]): Outcome {
	for (const decisive of [declined, unknown, revoked]) if (outcomes.includes(decisive)) return decisive;
	if (outcomes.length === 0) return unknown;
	if (outcomes.every((outcome) => outcome === approved)) return approved;
	return outcomes.every((outcome) => outcome === started) ? started : partial;
}

/** The identification of the person has a word of its own: no approval goes against it. */
function identified(kyc: string | null, outcome: Outcome): Outcome {
	if (outcome !== approved || kyc === null || plainlyYes(kyc)) return outcome;
	return kyc === 'PENDING' ? partial : unknown;
}

const requestFields = fields({ id: text, internalId: text, canceledAt: word, subjects: list, credentials: list });

/** `did` is of versions before 2026-05-17. */
const personFields = fields({ id: text, did: text, contact: text, name: text, internalId: text, kyc: word });

const credentialFields = fields({ status: word, resourceType: text, name: text });
