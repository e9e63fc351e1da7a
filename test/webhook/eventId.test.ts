import { eventIdOf } from '../../webhook/eventId';

const context = (fingerprint: string) => ({ parameters: {}, signedId: null, fingerprint: () => fingerprint });

describe('eventIdOf', () => {
	it('joins what is known by colons', () => {
		expect(eventIdOf(['truora', 'check', 'CHK1', '2024'], context('f'))).toBe('truora:check:CHK1:2024');
	});

	it('does not work out a fingerprint that nobody needs', () => {
		const fingerprint = jest.fn(() => 'f');
		eventIdOf(['truora', 'CHK1'], { ...context('f'), fingerprint });
		expect(fingerprint).not.toHaveBeenCalled();
	});

	it('tells events apart by their fingerprints where a part is missing', () => {
		const parts = ['truora', null, 'CHK1', null];
		expect(eventIdOf(parts, context('f1'))).toBe('truora:CHK1:f1');
		expect(eventIdOf(parts, context('f1'))).toBe(eventIdOf(parts, context('f1')));
		expect(eventIdOf(parts, context('f1'))).not.toBe(eventIdOf(parts, context('f2')));
	});

	it('shows nobody an e-mail address, and tells two of them apart', () => {
		const [jane, john] = ['jane@example.com', 'john@example.com'].map((who) => eventIdOf(['a', who], context('f')));
		expect(jane).toMatch(/^a:[0-9a-f]{32}$/);
		expect(john).not.toBe(jane);
	});

	it('takes a part that was sent empty for a part', () => {
		expect(eventIdOf(['a', '', 'b'], context('f'))).toBe('a::b');
	});
});
