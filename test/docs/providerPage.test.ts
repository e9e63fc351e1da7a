import { createHmac } from 'node:crypto';
import { renderItem, renderProviderNames, renderProviderTable } from '../../scripts/lib/providerLists.mjs';
import { pageOf, providerPage } from '../../scripts/lib/providerPage.mjs';
import { sampleItems } from '../../scripts/lib/sampleItems.mjs';
import { itemOf } from '../../webhook/item';
import { documentedOf, samplesOf, section } from '../support/documented';
import { allFacts } from '../support/facts';

const RealDate = Date;
describe('the page of a provider', () => {
	test('has the same headings for all, in their order', async () => {
		const pages = [
			providerPage(await documentedOf('persona', 'Persona')),
			providerPage(await documentedOf('passbase', 'Passbase', '', false)),
		];
		for (const page of pages) {
			expect(page.match(/^## .*/gm)).toEqual([
				'## Needs',
				'## Set up',
				'## Credential',
				'## Events to pick',
				'## What its words become',
				'## What it tells about the person',
				'## An item',
				'## Good to know',
				'## Try it',
				'## Start and look up',
				'## Sources',
			]);
		}
	});

	test('is the same each time, and puts random numbers and time back', async () => {
		const [one, other] = [await documentedOf('truora', 'Truora'), await documentedOf('truora', 'Truora')];
		expect(providerPage(one)).toBe(providerPage(other));
		expect(samplesOf('truora').newSecrets()).not.toEqual(samplesOf('truora').newSecrets());
		expect(Date).toBe(RealDate);
	});

	test('names the events first that decide', async () => {
		const events = section(providerPage(await documentedOf('onfido', 'Onfido')), 'Events to pick');
		expect(events.match(/^\| .*`.*/m)?.[0]).toContain(
			'**Workflow Run Completed (Decides)** | `workflow_run.completed`',
		);
	});

	test.each([
		['persona', 'Persona', 'E-mail address (`subject.email`) | yes'],
		['onfido', 'Onfido', 'E-mail address (`subject.email`) | no'],
		['complycube', 'ComplyCube', 'Your own reference (`externalId`) | only in `client.created`, which decides nothing'],
		[
			'truora',
			'Truora',
			'Person or company (`subject.type`) | only in events of a background `check`, which decide nothing',
		],
		['stripe-identity', 'StripeIdentity', 'Who decided (`decidedBy`) | only with **Rejected**, *overridden, manual*'],
		['idenfy', 'Idenfy', 'Who decided (`decidedBy`) | only with **Pending**, *in_review, automatic*'],
		['trusthub', 'Trusthub', 'Who decided (`decidedBy`) | yes'],
		['didit', 'Didit', 'Who decided (`decidedBy`) | no'],
		['humanos', 'Humanos', 'Phone (`subject.phone`) | yes'],
		['humanos', 'Humanos', 'Name (`subject.name`) | yes, in `identity`'],
	])('of %s says of the person what its samples and words tell', async (id, folder, row) => {
		const told = section(providerPage(await documentedOf(id, folder)), 'What it tells about the person');
		expect(told).toContain(`| ${row} |`);
	});

	test('puts notes under their headings, and knows no others', async () => {
		const page = providerPage(
			await documentedOf('veriff', 'Veriff', '## Needs\n\n- **Plan:** any\n\n## Sources\n\nMore.\n'),
		);
		expect(section(page, 'Needs')).toContain('- **Plan:** any');
		expect(section(page, 'Sources').trim().endsWith('More.')).toBe(true);
		const wrong = await documentedOf('veriff', 'Veriff', '## Hints\n\nMore.\n');
		expect(() => providerPage(wrong)).toThrow('nodes/Veriff/notes.md has "## Hints"');
	});

	test('says where the secret is, as the notice in the credential does', async () => {
		const documented = await documentedOf('veriff', 'Veriff');
		const displayName = 'Open <b>Doors</b>. <a href="https://example.com/keys" target="_blank">More</a>';
		const notice = { displayName, name: 'where', type: 'notice' as const, default: '' };
		const credential = { ...documented.credential, properties: [notice, ...documented.credential.properties] };
		expect(section(providerPage({ ...documented, credential }), 'Credential')).toContain(
			'\n\nOpen **Doors**. [More](https://example.com/keys)\n\n',
		);
	});

	test('has a command that a shell takes as it stands, first where there is no KYC Simulator', async () => {
		const documented = await documentedOf('veriff', 'Veriff');
		const [whole, vendor] = [providerPage(documented), providerPage(documented, { ofVendor: true })].map((page) =>
			section(page, 'Try it'),
		);
		for (const text of [whole, vendor]) {
			const [, command] = /```sh\n(.*)\n```/.exec(text ?? '') ?? [];
			expect(command).toMatch(/^npx n8n-nodes-kyc send veriff --status approved --url "https:\/\/[^"\s<>$`]+"$/);
		}
		expect(whole).toMatch(/KYC Simulator[^]*```sh/);
		expect(vendor).toMatch(/```sh[^]*KYC Simulator.*in the package \[n8n-nodes-kyc\]/);
		expect(vendor).not.toMatch(/KYC Simulator[^]*```sh/);
	});

	test('says "an" before a vowel', async () => {
		const page = providerPage(await documentedOf('onfido', 'Onfido'));
		expect(page).toContain('select an **Onfido KYC API** credential');
		expect(page).toContain('needs an **Onfido KYC API** credential');
		expect(providerPage(await documentedOf('veriff', 'Veriff'))).toContain('needs a **Veriff KYC API** credential');
	});

	test('names the evidence, the day and what the API offers', async () => {
		const page = providerPage(await documentedOf('stripe-identity', 'StripeIdentity'));
		expect(section(page, 'Sources')).toContain('vector (a delivery that the provider has published is accepted); sdk');
		expect(section(page, 'Sources')).toContain(`, read on ${allFacts.get('stripe-identity')?.readOn}`);
		expect(section(page, 'Start and look up')).toContain('| Get Many (events) |');
	});
});

test('a sample that its own provider refuses makes no page', async () => {
	const samples = samplesOf('onfido');
	const body = JSON.stringify({ payload: {} });
	const forged = {
		...samples,
		seal: () => ({
			contentType: 'application/json',
			headers: { 'X-SHA2-Signature': createHmac('sha256', 'another').update(body).digest('hex') },
			body,
		}),
	};
	await expect(sampleItems(forged, itemOf)).rejects.toThrow('A sample of Onfido is refused: signature_mismatch.');
});

test('the lists name the providers, with links to their pages', async () => {
	const documented = [await documentedOf('onfido', 'Onfido'), await documentedOf('trust-swiftly', 'TrustSwiftly')];
	expect(documented.map(pageOf)).toEqual(['docs/providers/onfido.md', 'docs/providers/trust-swiftly.md']);
	expect(renderProviderNames(documented).split('\n\n')).toEqual([
		'[Onfido](docs/providers/onfido.md) · [Trust Swiftly](docs/providers/trust-swiftly.md)',
		"With an approval, these tell the person's e-mail address if they have it: Trust Swiftly. The others do not.",
	]);
	const rows = renderProviderTable(documented).split('\n').slice(4, 6);
	expect(rows[0]).toMatch(/^\| \[Onfido\]\(onfido\.md\) \|.*\| no \| yes \| vector, sdk, docs \| \d{4}-\d\d-\d\d \|$/);
	expect(rows[1]).toMatch(/^\| \[Trust Swiftly\]\(trust-swiftly\.md\) \|.*\| yes \| yes \| sdk, docs \|/);
	expect(renderItem(documented, 'onfido')).toContain('"status": "approved"');
});
