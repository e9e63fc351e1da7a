import { addressOf, withoutPasswords } from '../../simulator/address';

test.each([
	['http://127.0.0.1:5678/webhook/x', 'http://127.0.0.1:5678/webhook/x'],
	['https://n8n.example.com/webhook-test/x?a=b@c', 'https://n8n.example.com/webhook-test/x?a=b@c'],
	['ftp://n8n.example.com', undefined],
	['file:///etc/passwd', undefined],
	['n8n.example.com/webhook', undefined],
	['/webhook/x', undefined],
	['', undefined],
])('%j is an address to send to: %j', (text, url) => {
	expect(addressOf(text)).toEqual(url === undefined ? null : { url, headers: {} });
});

test.each([
	['https://jane:s3cret@n8n.example.com/x', 'jane:s3cret'],
	['https://jane@n8n.example.com/x', 'jane:'],
	['https://:s3cret@n8n.example.com/x', ':s3cret'],
	['https://jane:a%40b%3a%C3%BC@n8n.example.com/x', 'jane:a@b:ü'],
	['https://jane:100%@n8n.example.com/x', 'jane:100%'],
	['https:\\\\jane:a@b@n8n.example.com\\x', 'jane:a@b'],
	['https:jane:s3cret@n8n.example.com/x', 'jane:s3cret'],
])('the password of %s goes into a header', (text, credentials) => {
	const { url, headers } = addressOf(text)!;
	expect(url).toBe('https://n8n.example.com/x');
	const [, base64 = ''] = /^Basic (\S+)$/.exec(headers.authorization ?? '') ?? [];
	expect(Buffer.from(base64, 'base64').toString()).toBe(credentials);
});

test.each([
	['What is "https://jane:s3cret@n8n.example.com/x"?', 'What is "https://n8n.example.com/x"?'],
	['What is "HTTP:jane:s3 cret@n8n.example.com"?', 'What is "HTTP:n8n.example.com"?'],
	['https:\\\\jane:s3@cret@n8n.example.com', 'https:\\\\n8n.example.com'],
	['https://n8n.example.com/@x', 'https://n8n.example.com/@x'],
	['jane@example.com', 'jane@example.com'],
])('%j is told as %j', (text, told) => {
	expect(withoutPasswords(text)).toBe(told);
});
