import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { run } from '../../cli/run';
import { samples as truora } from '../../nodes/Truora/samples';
import { samples as trusthub } from '../../nodes/Trusthub/samples';
import { acceptedEvent, deliver } from '../support/reception';

const { signingKey } = truora.newSecrets();
const { apiPassword } = trusthub.newSecrets();
const environment = { N8N_KYC_SIGNING_KEY: signingKey, N8N_KYC_API_PASSWORD: apiPassword };

interface Request {
	readonly headers: IncomingMessage['headers'];
	readonly body: string;
}

const requests: Request[] = [];
let respond: (response: ServerResponse, request: Request) => void;
let server: Server;
let host: string;

const answering = (status: number, body: string) => (response: ServerResponse) => response.writeHead(status).end(body);
const accepted = answering(200, '{"result":"accepted","events":1}');
const refused = answering(401, '{"result":"refused","code":"signature_mismatch","hint":"Compare them."}');

beforeAll(async () => {
	server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
		respond(response, requests.at(-1)!);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => requests.splice(0));
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

async function command(...args: string[]) {
	const told = { stdout: '', stderr: '' };
	const code = await run(args, {
		environment,
		ask: null,
		print: (text) => (told.stdout += text),
		complain: (text) => (told.stderr += text),
	});
	return { code, ...told };
}

const send = (provider: string, url = `http://${host}/x`, ...more: string[]) =>
	command('send', provider, '--status', 'approved', '--url', url, ...more);

test('it sends what the provider sends, and shows it without the signature', async () => {
	respond = accepted;
	const { code, stdout, stderr } = await send('trusthub');
	expect([code, stderr]).toEqual([0, '']);
	const [{ headers, body } = { headers: {}, body: '' }] = requests;
	acceptedEvent(await deliver(trusthub.provider, { apiPassword }, { headers, body }));
	const signature = String(headers['x-signature']);
	expect(stdout).toBe(
		[
			`POST http://${host}/x`,
			'content-type: application/json',
			`X-Signature: ${signature.slice(0, 4)}…`,
			'',
			body,
			'',
			"Expected: accepted (by the trigger's default settings on approved)",
			'',
			'As expected: yes',
			'Answered: 200 {"result":"accepted","events":1}',
			'',
		].join('\n'),
	);
});

test('a body that proves by itself where it comes from is not shown, and not if the server repeats it', async () => {
	respond = (response, { body }) => response.end(JSON.stringify({ result: 'accepted', events: 1, data: body }));
	const { code, stdout } = await send('truora');
	expect(code).toBe(0);
	for (const part of requests[0]!.body.split('.')) expect(stdout).not.toContain(part);
	expect(stdout).not.toContain(signingKey);
});

test.each<[string, (response: ServerResponse) => void, string[], number, 'yes' | 'no']>([
	['accepted', accepted, [], 0, 'yes'],
	['answered when the last node finished', answering(200, ''), [], 0, 'yes'],
	['accepted in part', answering(200, '{"result":"accepted","events":0}'), [], 1, 'no'],
	['ignored', answering(200, '{"result":"ignored"}'), [], 1, 'no'],
	['a duplicate', answering(200, '{"result":"duplicate"}'), [], 1, 'no'],
	['no trigger', answering(200, '<html></html>'), [], 1, 'no'],
	['refused', refused, [], 1, 'no'],
	['led elsewhere', (response) => response.writeHead(307, { location: '/y' }).end(), [], 1, 'no'],
	['refused as it should be', refused, ['--fault', 'wrongSecret'], 0, 'yes'],
	['refused otherwise than it should be', refused, ['--fault', 'missingSignature'], 1, 'no'],
	['accepted with a fault', accepted, ['--fault', 'wrongSecret'], 1, 'no'],
])('what is %s ends with 0 exactly when it is as expected', async (_, answer, more, exit, asExpected) => {
	respond = answer;
	const { code, stdout } = await send('trusthub', undefined, ...more);
	expect(code).toBe(exit);
	expect(stdout).toMatch(new RegExp(`\n\nAs expected: ${asExpected}\nAnswered: \\d{3}`));
	expect(requests).toHaveLength(1);
});

test('it tells what it expects of a fault', async () => {
	respond = refused;
	const { stdout } = await send('truora', undefined, '--fault', 'staleTimestamp');
	expect(stdout).toContain('Expected: refused 401 timestamp_outside_tolerance if Tolerance is set in the trigger\n');
});

test("an answer that is no trigger's is left after 64 KiB, and nothing of it is shown", async () => {
	respond = (response) => {
		response.writeHead(200);
		response.write('\u001b]0;title\u0007\u202e');
		const more = setInterval(() => response.write('x'.repeat(10_000)), 1);
		response.once('close', () => clearInterval(more));
	};
	const { code, stdout } = await send('trusthub');
	expect(code).toBe(1);
	expect(stdout).toMatch(/\nAnswered: 200 not the answer of a trigger: more than 65536 bytes, not shown\n$/);
	expect(stdout).not.toMatch(/title|xxx/);
});

test('what the user asks for is shown without what a terminal obeys, too', async () => {
	respond = accepted;
	const { stdout } = await send('trusthub', undefined, '--external-id', 'a\u009b2Jb\u202ec');
	expect(requests[0]!.body).toContain('a\u009b2Jb\u202ec');
	expect(stdout).toContain('a[U+009B]2Jb[U+202E]c');
});

describe('the password of a URL', () => {
	const untold = ({ stdout, stderr }: { stdout: string; stderr: string }) => {
		const secrets = ['s3cret-word', Buffer.from('jane:s3cret-word').toString('base64')];
		for (const secret of secrets) expect(`${stdout}${stderr}`).not.toContain(secret);
	};

	test('is sent, and shown nowhere', async () => {
		respond = (response, { headers }) => response.end(JSON.stringify({ result: 'accepted', events: 1, headers }));
		const told = await send('trusthub', `http://jane:s3cret-word@${host}/x`);
		expect(told.code).toBe(0);
		expect(told.stdout).toContain(`POST http://${host}/x\n`);
		expect(requests[0]!.headers.authorization).toBe('Basic amFuZTpzM2NyZXQtd29yZA==');
		untold(told);
	});

	test('is not told when there is no answer', async () => {
		const deaf = createSocketServer((socket) => socket.destroy());
		await new Promise<void>((listening) => deaf.listen(0, '127.0.0.1', listening));
		const { port } = deaf.address() as AddressInfo;
		const told = await send('trusthub', `http://jane:s3cret-word@127.0.0.1:${port}/x`);
		deaf.close();
		expect(told).toMatchObject({
			code: 1,
			stderr: expect.stringContaining('There is no answer from http://127.0.0.1:'),
		});
		untold(told);
	});

	test.each([
		['send', 'trusthub', 'https://jane:s3cret-word@n8n.example.com'],
		['send', 'https://jane:s3cret-word@n8n.example.com'],
		['list', 'https:jane:s3cret-word@n8n.example.com'],
		['send', 'trusthub', '--https://jane:s3cret-word@n8n.example.com'],
	])('is not told when it stands in a wrong place: %s %s', async (...args) => {
		const told = await command(...args);
		expect(told).toMatchObject({ code: 2, stdout: '' });
		expect(told.stderr).toContain('n8n.example.com');
		untold(told);
	});
});

test('a mistake ends with 2, and is told without what a terminal obeys', async () => {
	const { code, stdout, stderr } = await command('send', '\u001b[2Jnobody');
	expect([code, stdout]).toEqual([2, '']);
	expect(stderr).toContain('There is no provider "[U+001B][2Jnobody"');
	expect(await command('send', 'trusthub', '--status', 'approved', '--url', 'ftp://127.0.0.1')).toMatchObject({
		code: 2,
	});
});

test.each(['approve', 'declined', ''])(
	'a status that is none is told with those that there are: %j',
	async (status) => {
		const { code, stdout, stderr } = await command('send', 'truora', '--status', status, '--url', `http://${host}/x`);
		expect([code, stdout]).toEqual([2, '']);
		expect(stderr).toBe(`--status cannot be "${status}": choose approved, rejected, pending or other.\n`);
		expect(requests).toEqual([]);
	},
);

test('what a provider cannot tell of a person is refused, with what it can tell', async () => {
	const details = ['--phone', '+4915112345678', '--name', 'Jane', '--external-id', 'order-1'];
	const { code, stdout, stderr } = await send('trusthub', undefined, ...details);
	expect([code, stdout]).toEqual([2, '']);
	expect(stderr).toBe('Trusthub has no place for --phone, --name. Choose from --external-id.\n');
	expect((await send('passbase', undefined, '--email', 'jane@example.com')).stderr).toBe(
		'Passbase has no place for --email. Leave it out.\n',
	);
	expect(requests).toEqual([]);
	expect((await command('list', 'trusthub')).stdout).toContain('\nDetails\n  --external-id\n');
	expect((await command('list', 'passbase')).stdout).not.toContain('Details');
});

test('a provider is known by its id and by its name, however they are written', async () => {
	const { stdout } = await command('list', 'stripe-identity');
	for (const name of ['Stripe Identity', 'stripeIdentity', 'STRIPE_IDENTITY']) {
		expect(await command('list', name)).toEqual({ code: 0, stdout, stderr: '' });
	}
	const meant = {
		stripe: 'Do you mean stripe-identity? ',
		verif: 'Do you mean veriff or verifime or verifyyou? ',
		'': '',
		'-': '',
	};
	for (const [name, hint] of Object.entries(meant)) {
		const { code, stderr } = await command('list', name);
		expect([code, stderr]).toEqual([
			2,
			`There is no provider "${name}". ${hint}To see all of them: n8n-nodes-kyc list\n`,
		]);
	}
});

test('the help says what it ends with, and the list what there is', async () => {
	const { code, stdout } = await command('--help');
	expect(code).toBe(0);
	expect(stdout).toContain('Ends with 0');
	expect(await command('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('trusthub ') });
	expect(await command('list', 'truora')).toMatchObject({
		code: 0,
		stdout: expect.stringContaining('N8N_KYC_SIGNING_KEY'),
	});
});

test.each([
	['sned', 'There is no command "sned": choose send or list.'],
	['--stauts', "Unknown option '--stauts'."],
	['--url', "Option '--url <value>' argument missing."],
	['--url --status', "Option '--url' argument is ambiguous."],
])('%s is answered with what is wrong', async (typed, problem) => {
	expect(await command(...typed.split(' '))).toEqual({
		code: 2,
		stdout: '',
		stderr: `${problem} See n8n-nodes-kyc --help.\n`,
	});
});
