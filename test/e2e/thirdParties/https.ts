import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerAnswer, ServerRequest } from '../../support/api/server';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

/** One call that n8n made to a third party. */
export interface Call {
	readonly host: string;
	readonly method: string;
	readonly path: string;
	readonly authorization: string | undefined;
	readonly body: unknown;
}

/** What answers instead, when it has something to say. */
export type Serve = (request: ServerRequest) => ServerAnswer | Promise<ServerAnswer>;

/** What a third party answers, by host: JSON, or bytes. A function is asked with the path; undefined is a 404. */
export type Answers = Readonly<Record<string, object | ((path: string) => object | undefined)>>;

/**
 * Stands in for third parties that n8n reaches by https: a proxy that ends every connection itself, with a
 * certificate of its own, writes the call down and answers. Nothing leaves the machine.
 */
export class ThirdParties {
	readonly calls: Call[] = [];
	readonly #folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-third-parties-'));
	readonly #answers: Answers;
	readonly #serve: Serve | undefined;
	readonly #http = createServer((request, response) => {
		const host = String(request.headers.host);
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', async () => {
			if (this.#serve) {
				const { method = '', url = '', headers } = request;
				const asked = {
					host,
					method,
					path: url,
					headers: headers as Record<string, string>,
					body: Buffer.concat(chunks),
				};
				const { status, body, headers: more } = await this.#serve(asked);
				response.writeHead(status, { 'content-type': 'application/json', ...more });
				response.end(typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body));
				return;
			}
			const text = Buffer.concat(chunks).toString();
			this.calls.push({
				host,
				method: String(request.method),
				path: String(request.url),
				authorization: request.headers.authorization,
				body: text.startsWith('{') ? JSON.parse(text) : text,
			});
			const answer = this.#answerOf(host, String(request.url));
			response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
			response.end(answer instanceof Uint8Array ? answer : JSON.stringify(answer ?? {}));
		});
	});
	#proxy = createServer();

	/** @param serve answers for all of these hosts instead */
	constructor(answers: Answers, serve?: Serve) {
		this.#answers = answers;
		this.#serve = serve;
	}

	/** @returns what n8n needs in its environment */
	async start(): Promise<Record<string, string>> {
		const tls = { key: join(this.#folder, 'key.pem'), cert: join(this.#folder, 'cert.pem') };
		const names = Object.keys(this.#answers).map((host) => `DNS:${host}`);
		const request = [
			'req',
			'-x509',
			'-newkey',
			'ec',
			'-pkeyopt',
			'ec_paramgen_curve:prime256v1',
			'-nodes',
			'-days',
			'1',
		];
		const certificate = ['-subj', '/CN=third parties', '-addext', `subjectAltName=${names.join()}`];
		execFileSync('openssl', [...request, ...certificate, '-keyout', tls.key, '-out', tls.cert], { stdio: 'pipe' });

		const inside = createTlsServer({ key: readFileSync(tls.key), cert: readFileSync(tls.cert) }, (socket: TLSSocket) =>
			this.#http.emit('connection', socket),
		);
		this.#proxy.on('connect', ({ url }, socket: Socket) => {
			if (!names.includes(`DNS:${url?.replace(/:443$/, '')}`)) {
				socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
				return;
			}
			socket.on('error', () => {});
			socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			inside.emit('connection', socket);
		});
		await new Promise<void>((resolve) => this.#proxy.listen(0, '127.0.0.1', resolve));
		const { port } = this.#proxy.address() as AddressInfo;
		return {
			HTTPS_PROXY: `http://127.0.0.1:${port}`,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: tls.cert,
		};
	}

	stop(): void {
		this.#proxy.close();
		this.#proxy.closeAllConnections();
		this.#http.closeAllConnections();
		rmSync(this.#folder, { recursive: true, force: true });
	}

	#answerOf(host: string, path: string): object | undefined {
		const answer = this.#answers[host];
		return typeof answer === 'function' ? answer(path) : answer;
	}
}
