/** What V8 calls the time in which no JavaScript runs, and the time spent on clearing up. */
const IDLE = '(idle)';
const COLLECTOR = '(garbage collector)';
const PROGRAM = '(program)';

/**
 * @typedef {object} Shares milliseconds of the main thread, by whose work it was
 * @property {number} own functions of the package, and of Node below them
 * @property {number} onBehalf functions of n8n that the package called, until they return or wait
 * @property {number} host all other JavaScript: n8n, and the packages that it uses
 * @property {number} collector garbage collection
 * @property {number} native outside JavaScript
 * @property {Map<string, number>} called `onBehalf` by the function that the package called
 */

/**
 * Sorts the samples of a CPU profile by whose work they are.
 * @param {any} profile as V8 writes it
 * @param {string} folder part of the path of the package's files
 * @returns {Shares}
 */
export function shares({ nodes, samples, timeDeltas }, folder) {
	const shares = { own: 0, onBehalf: 0, host: 0, collector: 0, native: 0, called: new Map() };
	const kinds = kindsOf(nodes, folder);
	for (const [index, id] of samples.entries()) {
		const { kind, callee } = kinds.get(id);
		const milliseconds = timeDeltas[index] / 1000;
		if (kind === IDLE) continue;
		shares[kind] += milliseconds;
		if (kind === 'onBehalf') shares.called.set(callee, (shares.called.get(callee) ?? 0) + milliseconds);
	}
	return shares;
}

/** @returns {Map<number, { kind: string, callee: string | null }>} by the profile's node */
function kindsOf(nodes, folder) {
	const kinds = new Map();
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const visit = (/** @type {number} */ id, inherited) => {
		const { callFrame, children = [] } = byId.get(id);
		const own = kindOf(callFrame, inherited, folder);
		kinds.set(id, own);
		for (const child of children) visit(child, own);
	};
	visit(nodes[0].id, { kind: 'native', callee: null });
	return kinds;
}

/** Whose a function is that stands below a function of a kind. */
function kindOf({ functionName, url }, inherited, folder) {
	if (functionName === IDLE) return { kind: IDLE, callee: null };
	if (functionName === COLLECTOR) return { ...inherited, kind: 'collector' };
	if (functionName === PROGRAM) return { ...inherited, kind: 'native' };
	if (url.includes(folder)) return { kind: 'own', callee: null };
	const ofNode = url === '' || url.startsWith('node:');
	if (ofNode && inherited.kind !== 'native') return inherited;
	if (inherited.kind === 'own') return { kind: 'onBehalf', callee: functionName || '(anonymous)' };
	return inherited.kind === 'onBehalf' ? inherited : { kind: 'host', callee: null };
}
