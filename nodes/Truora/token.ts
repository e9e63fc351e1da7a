/** The token in a body: bare, in one pair of quotes, or as `{"token":"…"}`, by channel. */
export function tokenOf(rawBody: Buffer): string {
	const body = rawBody.toString('utf8').trim();
	// Not parsed: a large body of something else must cost nothing.
	const token = body.startsWith('{') && body.endsWith('}') ? (IN_OBJECT.exec(body)?.[1] ?? '') : body;
	return token.replace(/^"(.*)"$/s, '$1');
}

const IN_OBJECT = /"token"\s*:\s*"([^"\\]*)"/;
