import type { INodePropertyOptions } from 'n8n-workflow';

/** `securityLevel` of https://docs.humanos.id/api-reference/2026-05-17/requests/create-request. */
export const securityLevels: INodePropertyOptions[] = [
	{ name: 'Contact', value: 'CONTACT', description: 'A one-time password, no identification' },
	{ name: 'Humanos KYC', value: 'HUMANOS_KYC' },
	{ name: 'Humanos Revalidation', value: 'HUMANOS_REVALIDATION' },
	{ name: 'Organization KYC', value: 'ORGANIZATION_KYC' },
];
