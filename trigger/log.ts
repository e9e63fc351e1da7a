/** A name that a user chose, for a log line: in quotes, without what would begin a line of its own or hide in it. */
export function quoted(name: string): string {
	return JSON.stringify(name).replace(
		/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
		// A character above U+FFFF is two of them.
		(character) => character.split('').map(escaped).join(''),
	);
}

function escaped(codeUnit: string): string {
	return `\\u${codeUnit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
