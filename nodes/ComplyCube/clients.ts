import { createHash } from 'node:crypto';
import type { Ask, Wish } from '../../api/api';
import { compact } from '../../api/body';
import { ApiError, InputError } from '../../api/errors';
import { pages } from './pages';
import { readResource } from './resource';

/**
 * Clients cannot be filtered by their `externalId`, only by their metadata, and only by letters, digits and a few
 * signs: https://docs.complycube.com/api-reference/overview/clients/filtering. So the reference stands there, too.
 */
const REFERENCE = 'n8nReference';

function digestOf(externalId: string): string {
	return createHash('sha256').update(externalId).digest('hex');
}

/** Every session is about a client: https://docs.complycube.com/api-reference/clients/create-a-client. */
export async function createClient(ask: Ask, { externalId, email, phone, firstName, lastName }: Wish) {
	if (email === '' || firstName === '' || lastName === '') {
		throw new InputError(
			'ComplyCube needs the email address and the first and last name of the person',
			'Add Email, First Name and Last Name, or name a client that exists: {"clientId": "…"} in Request Body (JSON).',
		);
	}
	const json = compact({
		type: 'person',
		email,
		mobile: phone,
		externalId,
		personDetails: { firstName, lastName },
		metadata: { [REFERENCE]: digestOf(externalId) },
	});
	const client = await ask({ method: 'POST', path: '/clients', json });
	if (readResource('client.created', client).reading.verificationId !== null) return client;
	throw new ApiError(
		'ComplyCube answered with something other than a client',
		'No session was started. Look in the portal of ComplyCube.',
	);
}

/** The ids of the clients that were created with a reference, the newest first. */
export async function* clientsOf(ask: Ask, externalId: string): AsyncGenerator<string> {
	for await (const client of pages(ask, '/clients', { [`metadata.${REFERENCE}`]: digestOf(externalId) })) {
		const { resource } = readResource(null, client);
		if (resource.id !== null && resource.externalId === externalId) yield resource.id;
	}
}
