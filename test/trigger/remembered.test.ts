import type { IDataObject, IExecuteFunctions, WorkflowExecuteMode } from 'n8n-workflow';
import type { unremembered } from '../../trigger/remembered';

/** A process of n8n that has the package loaded for itself. */
function newProcess(): typeof unremembered {
	let loaded: typeof unremembered | undefined;
	jest.isolateModules(() => {
		loaded = jest.requireActual<{ unremembered: typeof unremembered }>('../../trigger/remembered').unremembered;
	});
	return loaded as typeof unremembered;
}

/** n8n's table: check and record are two steps, as they are there, and the last to write wins. */
class Database {
	recorded: readonly string[] = [];
	readonly calls: { readonly scope: unknown; readonly options: unknown }[] = [];
	failures = 0;

	async checkAndRecord(ids: string[], scope: unknown, options: unknown) {
		this.calls.push({ scope, options });
		if (this.failures-- > 0) throw new Error('The database does not answer: hush-hush');
		const found = this.recorded;
		await new Promise((resolve) => setImmediate(resolve));
		this.recorded = [...found, ...ids.filter((id) => !found.includes(id))];
		return { new: ids.filter((id) => !found.includes(id)), processed: ids.filter((id) => found.includes(id)) };
	}
}

let database: Database;
let warnings: string[];
let thisProcess: typeof unremembered;
beforeEach(() => {
	database = new Database();
	thisProcess = newProcess();
	warnings = [];
});

const inDatabase: IDataObject = { rememberEventsIn: 'database' };
let executions = 0;

async function execute(
	ids: readonly string[],
	options: IDataObject = inDatabase,
	executionId = `execution ${++executions}`,
	mode: WorkflowExecuteMode = 'webhook',
	worker = thisProcess,
	nodeId = 'node',
) {
	const context = {
		getNodeParameter: (name: string, _: number, fallback: unknown) => (name === 'options' ? options : fallback),
		getMode: () => mode,
		getExecutionId: () => executionId,
		getNode: () => ({ id: nodeId, name: 'My Trigger' }),
		getWorkflow: () => ({ id: 'workflow' }),
		helpers: { checkProcessedAndRecord: database.checkAndRecord.bind(database) },
		logger: { warn: (message: string) => warnings.push(message) },
	} as unknown as IExecuteFunctions;
	const events = ids.map((eventId) => ({ json: { eventId } }));
	return (await worker(context, events)).map(({ json }) => json.eventId);
}

describe("events remembered in n8n's database", () => {
	it('come out of the first execution only', async () => {
		expect(await execute(['a', 'b'])).toEqual(['a', 'b']);
		expect(await execute(['b', 'c', 'a'])).toEqual(['c']);
		expect(await execute(['a', 'b', 'c'])).toEqual([]);
	});

	it('come out once, however many executions run at the same moment in this process', async () => {
		const all = await Promise.all(Array.from({ length: 10 }, () => execute(['a'])));
		expect(all.flat()).toEqual(['a']);
	});

	const inProcess = (worker: typeof unremembered, ids: readonly string[], executionId?: string) =>
		execute(ids, inDatabase, executionId, 'webhook', worker);

	it('come out again when the same execution is taken over by another worker', async () => {
		for (const worker of [thisProcess, thisProcess, newProcess()]) {
			expect(await inProcess(worker, ['a'], 'crashed')).toEqual(['a']);
		}
		expect(await execute(['a'])).toEqual([]);
	});

	it('come out once, whichever process takes them, also after a restart', async () => {
		expect(await inProcess(newProcess(), ['a'])).toEqual(['a']);
		expect(await inProcess(newProcess(), ['a'])).toEqual([]);
	});

	it('that another worker has overwritten are recorded again with the next ones', async () => {
		const [one, other] = [newProcess(), newProcess()];
		await Promise.all([inProcess(one, ['a']), inProcess(other, ['b'])]);
		expect(database.recorded).toHaveLength(2);
		expect(await inProcess(one, ['a'])).toEqual([]);
		await inProcess(one, ['c']);
		expect(await inProcess(other, ['a', 'b', 'c'])).toEqual([]);
	});

	it('belong to the node, and are bounded', async () => {
		await execute(['a']);
		expect(database.calls).toEqual([{ scope: 'node', options: { mode: 'entries', maxEntries: 10_000 } }]);
	});

	it('come out of another node of the workflow too', async () => {
		await execute(['a']);
		// n8n keeps the records of each node apart.
		database = new Database();
		expect(await execute(['a'], inDatabase, undefined, 'webhook', thisProcess, 'another node')).toEqual(['a']);
	});

	it('are kept as digests of one length, however long an id is', async () => {
		await execute(['jane@example.com', 'x'.repeat(100_000)]);
		expect(new Set(database.recorded.map(({ length }) => length))).toEqual(new Set([44]));
		expect(database.recorded.join(' ')).not.toContain('jane');
	});

	it('are looked up a second time when the first time fails', async () => {
		await execute(['a']);
		database.failures = 1;
		expect(await execute(['a', 'b'])).toEqual(['b']);
		expect(warnings).toEqual([]);
	});

	it('all come out, with a warning, when the database does not answer', async () => {
		await execute(['a']);
		database.failures = 2;
		expect(await execute(['a', 'b'])).toEqual(['a', 'b']);
		expect(warnings).toEqual([expect.stringContaining('"My Trigger"')]);
		expect(warnings[0]).not.toContain('hush');
		expect(await execute(['a', 'c'])).toEqual(['c']);
	});
});

describe('all events come out, and the database is not asked', () => {
	it.each([
		['as long as the user does not choose it', {}, 'webhook'],
		['when the user chooses this process', { rememberEventsIn: 'process' }, 'webhook'],
		['when the user wants duplicates', { ...inDatabase, ignoreDuplicates: false }, 'webhook'],
		['when the provider is answered at the end only', { ...inDatabase, responseMode: 'lastNode' }, 'webhook'],
		['when a person tests the workflow', inDatabase, 'manual'],
		['when a person retries an execution', inDatabase, 'retry'],
	] as const)('%s', async (_, options, mode) => {
		for (let delivery = 0; delivery < 2; delivery++) {
			expect(await execute(['a'], options, undefined, mode)).toEqual(['a']);
		}
		expect(database.calls).toEqual([]);
	});
});
