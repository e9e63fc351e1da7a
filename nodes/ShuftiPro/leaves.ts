/** What stands in a JSON value, however deep, that is neither list nor object. */
export function leavesOf(value: unknown): unknown[] {
	const leaves: unknown[] = [];
	const open = [value];
	while (open.length > 0) {
		const next = open.pop();
		if (typeof next !== 'object' || next === null) leaves.push(next);
		else for (const inner of Object.values(next)) open.push(inner);
	}
	return leaves;
}

export function isNothing(leaf: unknown): boolean {
	return leaf === undefined || leaf === null || leaf === '';
}
