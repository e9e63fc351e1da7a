/** The parts of a name that are there, as one; null when there is none. */
export function fullName(...parts: readonly (string | null)[]): string | null {
	return parts.filter((part) => part !== null).join(' ') || null;
}
