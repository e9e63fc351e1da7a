/** What a terminal would obey, or what hides other text: control and format characters, separators of lines. */
const UNSEEN = /[^\P{Cc}\n\t]|[\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from elsewhere as it may be shown: unseen characters are named, `[U+001B]`. */
export function printable(text: string): string {
	return text.replaceAll('\r\n', '\n').replace(UNSEEN, (character) => {
		const digits = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
		return `[U+${digits.padStart(4, '0')}]`;
	});
}
