import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { providerTriggers, root } from '../support/package';

/** What follows the description in a trigger's file, without the provider's name. n8n's linter wants it in every file. */
function frameOf(file: string): string {
	const [, name = ''] = /(\w+)Trigger\.node\.ts$/.exec(file) ?? [];
	const provider = name.charAt(0).toLowerCase() + name.slice(1);
	const source = readFileSync(join(root, file), 'utf8');
	return source
		.slice(source.indexOf('\n\tmethods = '))
		.replaceAll(new RegExp(`\\b${provider}(?![a-z])`, 'g'), 'provider');
}

const frames = providerTriggers.map((file) => [file, frameOf(file)] as const);
const registering = frames.filter(([, frame]) => frame.includes('isRegistered'));
const byHand = frames.filter((each) => !registering.includes(each));

test.each([
	['register their webhook', registering],
	['are registered by hand', byHand],
])('the triggers that %s differ in their description alone', (_, [first, ...others]) => {
	expect(others.length).toBeGreaterThan(0);
	expect(first?.[1]).toContain('webhookMethods');
	for (const [file, frame] of others) expect([file, frame]).toEqual([file, first?.[1]]);
});

test('both kinds answer and put out in the same way', () => {
	const end = (frame = '') => frame.slice(frame.indexOf('\tasync webhook('));
	expect(end(registering[0]?.[1]).replace(', providerApi', '')).toBe(end(byHand[0]?.[1]));
});
