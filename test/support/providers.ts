import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Samples } from '../../webhook/samples';

const { n8n } = JSON.parse(readFileSync('package.json', 'utf8')) as { n8n: { nodes: string[] } };

/** The sending side of every provider of the package, found by the folders that package.json names. */
export const allSamples: Samples[] = n8n.nodes.map(
	(path) => jest.requireActual<{ samples: Samples }>(`../../nodes/${basename(dirname(path))}/samples`).samples,
);
