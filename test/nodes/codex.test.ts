import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeType } from 'n8n-workflow';
import { load, nodeFiles, root } from '../support/package';

interface Codex {
	readonly categories: readonly string[];
	readonly alias: readonly string[];
}

const codexOf = (file: string) => JSON.parse(readFileSync(join(root, file.replace(/\.ts$/, '.json')), 'utf8')) as Codex;

/** What people type who do not know the name of a provider. */
const phrases = [
	'kyc',
	'kyc webhook',
	'verify',
	'verify identity',
	'identity verification',
	'identity check',
	'id verification',
	'id check',
	'document verification',
	'know your customer',
	'customer verification',
	'customer onboarding',
	'onboarding',
	'compliance',
];
/** True of the providers that look people up in lists, all three or none. */
const screening = ['screening', 'sanctions', 'aml'];
const ofSome = [...screening, 'liveness'];

const searched = nodeFiles.filter((file) => !file.includes('KycSimulator'));

describe.each(searched)("what n8n's search knows of %s", (file) => {
	const { alias, categories } = codexOf(file);

	it('is what people type, each once, and its provider with the word webhook', async () => {
		const { description } = await load<INodeType>(file);
		const provider = description.displayName.replace(/( Webhook)? Trigger$/, '').toLowerCase();
		expect(alias).toEqual(expect.arrayContaining([...phrases, `${provider} webhook`]));
		expect(new Set(alias).size).toBe(alias.length);
		expect(screening.filter((word) => alias.includes(word)).length % screening.length).toBe(0);
	});

	it('stands under categories that n8n has', () => {
		expect(categories).toEqual(['Finance & Accounting', 'Miscellaneous']);
	});
});

it.each(searched.filter((file) => !file.endsWith('Trigger.node.ts')))(
	'%s is found by what its trigger is found by: n8n shows both as one, under the words of this one',
	(file) => {
		const ofTrigger = codexOf(file.replace('.node.ts', 'Trigger.node.ts')).alias;
		const { alias } = codexOf(file);
		expect(alias.filter((word) => ofSome.includes(word))).toEqual(ofTrigger.filter((word) => ofSome.includes(word)));
	},
);

it.each(nodeFiles)("%s tells n8n's AI builder what it is for, in a few sentences", async (file) => {
	const { description } = await load<INodeType>(file);
	expect(description.builderHint?.searchHint).toMatch(/^.{50,500}\.$/);
});
