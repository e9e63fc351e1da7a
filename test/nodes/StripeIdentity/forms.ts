import type { ServerRequest } from '../../support/api/server';

/** The fields that Stripe documents, nested ones as `name[inner]`: npm `stripe`, generated from its OpenAPI. */
const fields = {
	/** https://docs.stripe.com/api/identity/verification_sessions/create */
	session: [
		/^(client_reference_id|related_customer|related_customer_account|return_url|type|verification_flow)$/,
		/^metadata\[[^[\]]{1,40}\]$/,
		/^options\[document\]\[(require_id_number|require_live_capture|require_matching_selfie)\]$/,
		/^options\[document\]\[allowed_types\]\[\d*\]$/,
		/^provided_details\[(email|phone)\]$/,
		/^related_person\[(account|person)\]$/,
	],
	/** https://docs.stripe.com/api/webhook_endpoints/create */
	endpoint: [/^(url|api_version|connect|description)$/, /^enabled_events\[\d*\]$/, /^metadata\[[^[\]]{1,40}\]$/],
};

const values = new Map<string, RegExp>([
	['type', /^(document|id_number)$/],
	['api_version', /^2026-10-28\.endive$/],
	['url', /^https?:\/\//],
	['client_reference_id', /^.{1,5000}$/s],
]);

/** In Stripe's words, what is wrong with the form of a request; null when nothing is. */
export function refusalOfForm(kind: keyof typeof fields, { headers, body }: ServerRequest): string | null {
	if (headers['content-type'] !== 'application/x-www-form-urlencoded') return 'Invalid content type';
	for (const [name, value] of new URLSearchParams(body.toString())) {
		if (!fields[kind].some((field) => field.test(name))) return `Received unknown parameter: ${name}`;
		if (value === '' || values.get(name)?.test(value) === false) return `Invalid ${name}: ${value}`;
	}
	return null;
}

/** What a form says, as the object that it was made of: https://docs.stripe.com/api (nested fields, lists). */
export function objectOfForm({ body }: Pick<ServerRequest, 'body'>): Record<string, unknown> {
	const object: Record<string, unknown> = {};
	for (const [name, value] of new URLSearchParams(body.toString())) {
		const steps = name.split(/[[\]]+/).filter((step) => step !== '');
		const last = steps.pop() as string;
		let at = object;
		for (const [index, step] of steps.entries()) {
			at[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
			at = at[step] as Record<string, unknown>;
		}
		at[last] = value;
	}
	return object;
}
