import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';

export const root = join(__dirname, '..', '..');

const { n8n } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	n8n: { nodes: string[]; credentials: string[] };
};

/** The files that package.json promises to n8n, as sources: `nodes/Truora/TruoraTrigger.node.ts`. */
export const nodeFiles = n8n.nodes.map(sourceOf);
/** The triggers of one provider each; that of any provider knows them by their recipes. */
export const providerTriggers = nodeFiles.filter(
	(file) => file.endsWith('Trigger.node.ts') && !file.endsWith('/KycWebhookTrigger.node.ts'),
);

export const credentialFiles = n8n.credentials.map(sourceOf);

function sourceOf(built: string): string {
	return built.replace(/^dist\//, '').replace(/\.js$/, '.ts');
}

/** A new object of the one class that a file exports, named as the file is. */
export async function load<Class extends INodeType | ICredentialType>(file: string): Promise<Class> {
	const name = file.replace(/^.*\//, '').replace(/\..*$/, '');
	const module = (await import(join(root, file))) as Record<string, new () => Class>;
	const exported = module[name];
	if (exported === undefined) throw new Error(`${file} does not export ${name}`);
	return new exported();
}
