import { randomUUID } from 'node:crypto';
import { isJsonObject, type JsonObject, parseJsonObject } from '../webhook/json';
import { text } from '../webhook/fields';
import { type DetailName, type Sample, type SampleDetails, someone, splitName } from '../webhook/samples';
import { type Path, parsePath, valueAt } from './path';
import { readBy } from './read';
import type { Place, Recipe } from './schema';

/** The payloads of a recipe: that of its vector, and those that differ from it. */
export function payloadsOf({ vector, samples }: Recipe): { status: Sample['status']; payload: JsonObject }[] {
	const first = () => parseJsonObject(vector.body) ?? {};
	const others = samples.map(({ status, set }) => {
		const payload = first();
		for (const [path, value] of Object.entries(set)) put(payload, parsePath(path) ?? [], value);
		return { status, payload };
	});
	return [{ status: vector.status, payload: first() }, ...others];
}

/** What the Simulator sends of a recipe: no two samples have the same event and status. */
export function samplesOf(recipe: Recipe): Sample[] {
	const context = { parameters: {}, signedId: null, fingerprint: () => '' };
	const samples = payloadsOf(recipe).map(({ status, payload }) => ({
		name: readBy(recipe, payload, context).eventType,
		status,
		create: (details: SampleDetails) => renewed(recipe, payload, details),
	}));
	const keys = samples.map(({ name, status }) => `${name} ${status}`);
	return samples.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** The details for which the payloads have a place. */
export function detailsOf({ fields }: Recipe): DetailName[] {
	const { id, email, phone, name, firstName } = fields.subject;
	const places = { externalId: fields.externalId, id, email, phone, name: name ?? firstName };
	return (Object.keys(places) as DetailName[]).filter((detail) => places[detail] !== undefined);
}

/** The payload with ids of its own, of the present time, about the person that is wished for. */
function renewed({ fields }: Recipe, sample: JsonObject, { externalId, subject = {} }: SampleDetails): JsonObject {
	const payload = structuredClone(sample);
	const { first, last } = splitName(subject.name ?? someone.name);
	const set = (place: Place | undefined, change: (present: unknown) => unknown) => {
		const found = place?.find(({ parsed }) => (valueAt(payload, parsed) ?? null) !== null);
		if (found) put(payload, found.parsed, change(valueAt(payload, found.parsed)));
	};
	const to = (wished: string | null | undefined) => (present: unknown) => wished ?? present;
	if (fields.eventId.length === 1) set(fields.eventId[0], anew);
	set(fields.verificationId, anew);
	set(fields.subject.id, (present) => subject.id ?? (fields.verificationId ? present : anew(present)));
	set(fields.externalId, to(externalId));
	set(fields.subject.email, to(subject.email));
	set(fields.subject.phone, to(subject.phone));
	set(fields.subject.name, to(subject.name));
	set(fields.subject.firstName, to(subject.name && first));
	set(fields.subject.lastName, to(subject.name && last));
	set(fields.occurredAt, now);
	return payload;
}

/** Another id of the same kind. */
function anew(present: unknown): unknown {
	return typeof present === 'number' ? Math.floor(Math.random() * 1e9) : randomUUID();
}

/** The present time, written as the sample writes it. */
function now(present: unknown): unknown {
	const time = Date.now();
	if (typeof present === 'number') return String(Math.floor(present)).length === 13 ? time : Math.floor(time / 1000);
	const digits = /^\d{10}(\d{3})?$/.exec(text.parse(present) ?? '');
	if (digits) return digits[1] ? String(time) : String(Math.floor(time / 1000));
	return new Date(time).toISOString();
}

function put(payload: JsonObject, path: Path, value: unknown): void {
	let place: JsonObject = payload;
	path.slice(0, -1).forEach((step, index) => {
		const inner = (place as Record<string | number, unknown>)[step];
		const isList = typeof path[index + 1] === 'number';
		const next = isList ? (Array.isArray(inner) ? inner : []) : isJsonObject(inner) ? inner : {};
		(place as Record<string | number, unknown>)[step] = next;
		place = next as JsonObject;
	});
	(place as Record<string | number, unknown>)[path.at(-1) ?? ''] = value;
}
