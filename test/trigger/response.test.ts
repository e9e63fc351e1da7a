import { once } from 'node:events';
import { createServer, request, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { receiveDelivery } from '../../trigger/webhook';
import { newWorkflowId, provider, webhookContext } from './webhookContext';

/** The same with the response of Node itself, since it decides by that whether an event was lost. */

let server: Server;
let handle: RequestListener;
beforeAll(async () => {
	server = createServer((incoming, outgoing) => handle(incoming, outgoing)).listen(0, '127.0.0.1');
	await once(server, 'listening');
});
afterAll(() => server.close());

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

/** Express's additions. */
function express(outgoing: ServerResponse) {
	return Object.assign(outgoing, {
		status(statusCode: number) {
			outgoing.statusCode = statusCode;
			return this;
		},
		json: (body: unknown) => outgoing.end(JSON.stringify(body)),
	});
}

/** n8n, with one workflow that it can or cannot start. */
function host(workflowId: string, startWorkflow: (outgoing: ServerResponse) => void): RequestListener {
	return async (_, outgoing) => {
		const { context } = webhookContext({ workflowId, response: express(outgoing) });
		const { workflowData, webhookResponse } = await receiveDelivery(context, provider);
		if (workflowData === undefined) return;
		startWorkflow(outgoing);
		// As n8n does it: whether or not the sender is still there.
		outgoing.end(JSON.stringify(webhookResponse));
	};
}

async function deliver(): Promise<[number, string]> {
	const answer = await fetch(url(), { method: 'POST' });
	return [answer.status, await answer.text()];
}

const accepted = [200, '{"result":"accepted","events":1}'];
const duplicate = [200, '{"result":"duplicate"}'];

describe('over HTTP', () => {
	it('a redelivery is a duplicate once the first delivery is answered 200', async () => {
		handle = host(newWorkflowId(), () => {});
		expect(await deliver()).toEqual(accepted);
		expect(await deliver()).toEqual(duplicate);
	});

	it('a redelivery is accepted while n8n answers 500', async () => {
		const workflowId = newWorkflowId();
		handle = host(workflowId, (outgoing) => (outgoing.statusCode = 500));
		expect((await deliver())[0]).toBe(500);
		expect((await deliver())[0]).toBe(500);
		handle = host(workflowId, () => {});
		expect(await deliver()).toEqual(accepted);
		expect(await deliver()).toEqual(duplicate);
	});

	it('a redelivery is a duplicate when the connection broke, but n8n had started the workflow', async () => {
		const workflowId = newWorkflowId();
		handle = host(workflowId, (outgoing) => outgoing.destroy());
		await expect(deliver()).rejects.toThrow();
		handle = host(workflowId, () => {});
		expect(await deliver()).toEqual(duplicate);
	});

	it('a redelivery is accepted when the connection broke, and n8n could not start the workflow', async () => {
		const workflowId = newWorkflowId();
		handle = host(workflowId, (outgoing) => {
			outgoing.destroy();
			outgoing.statusCode = 500;
		});
		await expect(deliver()).rejects.toThrow();
		handle = host(workflowId, () => {});
		expect(await deliver()).toEqual(accepted);
	});

	it('a redelivery is a duplicate when the sender hung up before the trigger was done', async () => {
		const workflowId = newWorkflowId();
		const closed = new Promise<void>((resolve) => {
			handle = (incoming, outgoing) => {
				outgoing.once('close', async () => {
					await host(workflowId, () => {})(incoming, outgoing);
					resolve();
				});
				sender.destroy();
			};
		});
		const sender = request(url(), { method: 'POST' }).on('error', () => {});
		sender.end();
		await closed;
		handle = host(workflowId, () => {});
		expect(await deliver()).toEqual(duplicate);
	});

	it('a refusal is JSON', async () => {
		handle = async (_, outgoing) => {
			const headers = { 'x-refuse': 'signature_missing' };
			await receiveDelivery(webhookContext({ headers, response: express(outgoing) }).context, provider);
		};
		const [status, text] = await deliver();
		expect(status).toBe(401);
		expect(JSON.parse(text)).toMatchObject({ result: 'refused', code: 'signature_missing' });
	});
});
