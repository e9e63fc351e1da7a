/** As much of Node's response as it takes. */
interface Response {
	readonly closed: boolean;
	readonly writableEnded: boolean;
	readonly statusCode: number;
	once(event: 'close', listener: () => void): unknown;
	end(...given: unknown[]): unknown;
}

/**
 * Calls back when n8n ends the answer, with its status, and when the sender goes away before that. The socket alone
 * cannot tell: a sender that hangs up closes it, while n8n goes on, starts the workflow and answers 200.
 */
export function onAnswered(response: Response, ended: (httpStatus: number) => void, gone: () => void): void {
	if (response.closed) gone();
	else response.once('close', () => response.writableEnded || gone());
	const end = response.end.bind(response);
	response.end = (...given) => {
		const result = end(...given);
		ended(response.statusCode);
		return result;
	};
}
