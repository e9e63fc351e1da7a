/** As much of Node's response as it takes. */
interface Response {
	readonly closed: boolean;
	readonly writableFinished: boolean;
	readonly statusCode: number;
	once(event: 'close', listener: () => void): unknown;
	end?(...given: unknown[]): unknown;
}

/**
 * Calls back once when n8n ends the answer, with its status; and before that, when the sender goes away. The socket
 * alone cannot tell: a sender that hangs up closes it, while n8n goes on, starts the workflow and answers 200.
 */
export function onAnswered(response: Response, ended: (httpStatus: number) => void, gone: () => void): void {
	let isEnded = false;
	const end = () => {
		if (!isEnded) ended(response.statusCode);
		isEnded = true;
	};
	const close = () => {
		if (response.writableFinished) end();
		else if (!isEnded) gone();
	};
	if (response.closed) close();
	else response.once('close', close);
	const original = response.end;
	response.end = (...given) => {
		const result = original?.apply(response, given);
		end();
		return result;
	};
}
