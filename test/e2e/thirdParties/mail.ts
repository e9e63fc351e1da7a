import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail server that takes every message and keeps it. It speaks as much SMTP as a sender needs. */
export class MailServer {
	/** The messages as they were sent, with their headers. */
	readonly messages: string[] = [];
	readonly #server = createServer((socket) => this.#talk(socket));

	/** @returns its port on the loopback address */
	async start(): Promise<number> {
		await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
		return (this.#server.address() as AddressInfo).port;
	}

	stop(): void {
		this.#server.close();
	}

	#talk(socket: Socket): void {
		let unread = '';
		let inMessage = false;
		socket.write('220 mail.example\r\n');
		socket.on('error', () => {});
		socket.on('data', (chunk) => {
			unread += chunk.toString();
			for (;;) {
				const ending = inMessage ? '\r\n.\r\n' : '\r\n';
				const end = unread.indexOf(ending);
				if (end < 0) return;
				const text = unread.slice(0, end);
				unread = unread.slice(end + ending.length);
				if (inMessage) {
					this.messages.push(text);
					inMessage = false;
					socket.write('250 OK\r\n');
				} else if (/^DATA$/i.test(text)) {
					inMessage = true;
					socket.write('354 Go ahead\r\n');
				} else if (/^QUIT$/i.test(text)) {
					socket.end('221 Bye\r\n');
				} else {
					socket.write('250 OK\r\n');
				}
			}
		});
	}
}
