import type { INodeProperties } from 'n8n-workflow';

/**
 * The first line of a credential.
 * @param html where its secrets stand at the provider
 */
export function whereNotice(html: string): INodeProperties {
	return { displayName: html, name: 'where', type: 'notice', default: '' };
}
