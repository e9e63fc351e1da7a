import { runNode } from '../support/api/node';
import { server } from '../nodes/Persona/server';

const get = { operation: 'get', lookUpBy: 'verificationId', verificationId: 'inq_1' };

it('a refusal that repeats the key of the credential is shown without it', async () => {
	const { apiKey = '' } = server.credential;
	const handle = () => ({ status: 401, body: { errors: [{ title: `The key ${apiKey} is unknown` }] } });
	await expect(runNode(server, get, { handle })).rejects.toMatchObject({
		message: 'Persona refused the request: The key … is unknown',
	});
});

it('a provider that cannot be reached is named, with the reason', async () => {
	const handle = () => {
		throw Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
	};
	await expect(runNode(server, get, { handle })).rejects.toMatchObject({
		message: 'Persona could not be reached (ECONNREFUSED)',
	});
});
