/**
 * @param {number} atOnce how many actions are under way at most
 * @returns {<T>(action: () => Promise<T>) => Promise<T>} starts an action when its turn has come
 */
export function limit(atOnce) {
	const waiting = [];
	let free = atOnce;
	return async (action) => {
		if (free > 0) free--;
		else await new Promise((resolve) => waiting.push(resolve));
		try {
			return await action();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else free++;
		}
	};
}
