import { type Page, pageByPage } from '../../api/pages';

/** A list of these pages, by where they begin; where others are asked for, the test fails. */
function listOf(pages: Record<string, Page<string>>) {
	const asked: string[] = [];
	const list = pageByPage('first', 'id', async (at) => {
		asked.push(at);
		const { [at]: page } = pages;
		if (!page || asked.length > 9) throw new Error(`No page ${at}, or it was asked for without end`);
		return page;
	});
	return { list, asked };
}

async function allOf(list: AsyncIterable<unknown>): Promise<unknown[]> {
	const found = [];
	for await (const entry of list) found.push(entry);
	return found;
}

const [one, two, three] = [{ id: 1 }, { id: 2 }, { id: '3' }];

describe('a list that comes in pages', () => {
	it('has the entries of all pages, each page where the one before says', async () => {
		const { list, asked } = listOf({
			first: { entries: [one, two], next: 'second' },
			second: { entries: [three], next: null },
		});
		expect(await allOf(list)).toEqual([one, two, three]);
		expect(asked).toEqual(['first', 'second']);
	});

	it('is asked for no further than it is read', async () => {
		const { list, asked } = listOf({ first: { entries: [one, two], next: 'second' } });
		await list.next();
		await list.next();
		await list.return(null);
		expect(asked).toEqual(['first']);
	});

	it('has each entry once, though others that come meanwhile move it to the next page', async () => {
		const { list } = listOf({
			first: { entries: [one, two], next: 'second' },
			second: { entries: [{ ...two, changed: true }, three], next: null },
		});
		expect(await allOf(list)).toEqual([one, two, three]);
	});

	it('tells entries without an id apart by all that they hold', async () => {
		const { list } = listOf({
			first: { entries: [{ at: 1 }, { at: 2 }, null], next: 'second' },
			second: { entries: [{ at: 2 }, { at: 3, id: '' }, 'a text'], next: null },
		});
		expect(await allOf(list)).toEqual([{ at: 1 }, { at: 2 }, null, { at: 3, id: '' }, 'a text']);
	});

	it.each([
		['that is empty', []],
		['that comes again', [one, two]],
		['that came before', [three]],
	])('ends with a page %s, though more are said to follow', async (_, entries) => {
		const { list } = listOf({
			first: { entries: [three], next: 'second' },
			second: { entries: [one, two], next: 'third' },
			third: { entries, next: 'third' },
		});
		expect(await allOf(list)).toEqual([three, one, two]);
	});
});
