import { open, seal } from '../../webhook/sealedSecret';

describe('a sealed secret', () => {
	const sealed = seal('whsec_é–1', 'api-key', 'purpose');

	it('opens under the secret that it was sealed under, for the same purpose', () => {
		expect(open(sealed, 'api-key', 'purpose')).toBe('whsec_é–1');
	});

	it('opens under nothing else', () => {
		expect(open(sealed, 'api-keY', 'purpose')).toBeNull();
		expect(open(sealed, '', 'purpose')).toBeNull();
		expect(open(sealed, 'api-key', 'another')).toBeNull();
	});

	it('opens under no empty secret, not even what was sealed under one', () => {
		expect(open(seal('forged', '', 'purpose'), '', 'purpose')).toBeNull();
	});

	it('is nothing that is no text', () => {
		for (const stored of [undefined, null, 5, {}]) expect(open(stored, 'api-key', 'purpose')).toBeNull();
	});

	it('shows nothing of the secret, and is another each time', () => {
		expect(Buffer.from(sealed, 'base64').includes('whsec')).toBe(false);
		expect(seal('whsec_é–1', 'api-key', 'purpose')).not.toBe(sealed);
	});

	it('does not open when a byte of it differs, or when it is cut', () => {
		const bytes = Buffer.from(sealed, 'base64');
		for (const index of bytes.keys()) {
			const changed = Buffer.from(bytes);
			changed[index] = (changed[index] ?? 0) ^ 1;
			expect(open(changed.toString('base64'), 'api-key', 'purpose')).toBeNull();
			expect(open(bytes.subarray(0, index).toString('base64'), 'api-key', 'purpose')).toBeNull();
		}
	});
});
