export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value, or an empty object where it is none. */
export function asObject(value: unknown): JsonObject {
	return isJsonObject(value) ? value : {};
}

/** The object that the text holds, or null when it is not JSON or not an object. */
export function parseJsonObject(text: string): JsonObject | null {
	try {
		const value: unknown = JSON.parse(text);
		return isJsonObject(value) ? value : null;
	} catch {
		return null;
	}
}

/** Deeper than any provider nests, and shallow enough for n8n, which loses what it cannot serialize. */
const MAX_DEPTH = 500;

/** Whether n8n can store the value. */
export function isStorable(value: unknown, depth = 0): boolean {
	if (typeof value !== 'object' || value === null) return true;
	return depth < MAX_DEPTH && Object.values(value).every((inner) => isStorable(inner, depth + 1));
}
