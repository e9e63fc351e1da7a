import { createHash } from 'node:crypto';
import { isJsonObject } from '../../webhook/json';

/** The first 32 hexadecimal digits of the SHA-256 of what is told, whatever the order of its fields, without links. */
export function digestOf(told: unknown): string {
	return createHash('sha256').update(canonical(told)).digest('hex').slice(0, 32);
}

/** The same for a list whose order means nothing. */
export function anyOrder(list: unknown): unknown {
	return Array.isArray(list) ? list.map(canonical).sort() : list;
}

function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
	if (!isJsonObject(value)) return JSON.stringify(value ?? null);
	const names = Object.keys(value).filter((name) => !links.has(name));
	return `{${names
		.sort()
		.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`)
		.join()}}`;
}

/** They are signed for some time, and other ones each time. */
const links: ReadonlySet<string> = new Set([
	'fileUrls',
	'additionalStepPdfUrls',
	'facePhoto',
	'profileImage',
	'reportFile',
	'dataFile',
	'file',
]);
