import { subject } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import type { Reading } from '../../webhook/reading';
import { isVerification, outcomeOfState } from './outcomes';

/**
 * What Onfido says of a workflow run, a check or a part of one: schemas `workflow_run`, `check` and
 * `webhook_event_payload` of https://github.com/onfido/onfido-openapi-spec.
 * @param kind `workflow_run`, `check` …, as in the names of the events
 * @param summary the object of a webhook; or the resource itself, as the API answers it
 */
export function readResource(kind: string | null, summary: unknown, whole: unknown = summary) {
	const object = resourceFields.parse(summary);
	const resource = resourceFields.parse(whole);
	const id = object.id ?? resource.id;
	const runId = object.workflow_run_id ?? resource.workflow_run_id;
	const hasError = namesError(resource.error);
	const status = text.parse(object.status);
	const reading: Reading = {
		...outcomeOfState({
			kind,
			status: word.parse(object.status),
			result: word.parse(object.result),
			hasError,
		}),
		environment: environmentOf(object.sandbox ?? resource.sandbox),
		check: null,
		providerStatus: (status === 'complete' ? text.parse(object.result) : null) ?? status,
		verificationId: runId ?? (isVerification(kind) ? id : null),
		externalId: resource.customer_user_id,
		subject: subject({ id: resource.applicant_id }),
	};
	return { reading, object, resource, hasError, id, runId };
}

/** Whether an error is named. A null, or an object of nulls, names none. */
function namesError(error: unknown): boolean {
	const told = isJsonObject(error) ? Object.values(error) : [error];
	return told.some((one) => (one ?? null) !== null);
}

/** Applicants and checks tell whether they were made in the sandbox; workflow runs do not. */
export function environmentOf(sandbox: string | null): Reading['environment'] {
	if (sandbox === null) return null;
	return sandbox === 'false' ? 'live' : 'test';
}

const resourceFields = fields({
	id: text,
	status: anything,
	result: anything,
	sandbox: word,
	error: anything,
	workflow_run_id: text,
	task_def_id: text,
	applicant_id: text,
	customer_user_id: text,
});
