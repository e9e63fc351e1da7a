import type { ICredentialTestFunctions } from 'n8n-workflow';
import { VeriffKycApi } from '../../../credentials/VeriffKycApi.credentials';
import { testKeys } from '../../../nodes/Veriff/credentialTest';
import { runNode } from '../../support/api/node';
import { decisions, server } from './server';

const ID = 'a0000000-0000-4000-8000-000000000001';

async function got(answer: unknown) {
	decisions.set(ID, answer);
	return (await runNode(server, { operation: 'get', verificationId: ID })).items[0]?.json;
}

const approving = { id: ID, code: 9001, status: 'approved', decisionTime: '2026-11-20T10:35:00.000Z' };

describe('a session', () => {
	it('that nobody has decided is in review, under the id that was asked for', async () => {
		expect(await got({ status: 'success', verification: null })).toMatchObject({
			status: 'pending',
			reason: 'in_review',
			verificationId: ID,
		});
	});

	it.each([
		[{ ...approving }, 'approved'],
		[{ ...approving, code: 9121 }, 'other'],
		[{ ...approving, code: 9102 }, 'other'],
		[{ ...approving, code: null }, 'other'],
		[{ ...approving, status: 'review' }, 'other'],
		[{ ...approving, status: undefined }, 'other'],
		[{ ...approving, status: ['approved'] }, 'other'],
	])('of which code and word are %j is %s', async (verification, status) => {
		expect(await got({ status: 'success', verification })).toMatchObject({ status });
	});

	it('is not approved by an answer that failed', async () => {
		expect(await got({ status: 'fail', verification: approving })).toMatchObject({
			status: 'other',
			reason: 'unknown',
		});
	});

	it('is not in review by an answer that failed', async () => {
		await expect(got({ status: 'fail', verification: null })).rejects.toThrow(
			'another verification than the one that was asked for',
		);
	});
});

describe('the base URL', () => {
	it.each(['http://stationapi.veriff.com', 'https://stationapi.veriff.com/v1', ''])(
		'must not be "%s"',
		async (baseUrl) => {
			const credential = { ...server.credential, baseUrl };
			const get = runNode(server, { operation: 'get', verificationId: ID }, { credential });
			await expect(get).rejects.toThrow('must be https:// and one host');
		},
	);
});

describe('the credential', () => {
	const sign = (url: string) => new VeriffKycApi().authenticate({ ...server.credential }, { url });

	it('signs for the host of its base URL alone', async () => {
		await expect(sign(`https://stationapi.veriff.com/v1/sessions/${ID}/decision`)).resolves.toMatchObject({
			headers: { 'X-HMAC-SIGNATURE': expect.any(String) },
		});
		await expect(sign(`https://elsewhere.example/v1/sessions/${ID}/decision`)).rejects.toThrow(
			'only for https://stationapi.veriff.com',
		);
	});
});

describe('the test of the credential', () => {
	const test = (data: object, statusCode = 404) => {
		const asked: { uri: string; followRedirect: boolean }[] = [];
		const helpers = {
			request: async (options: (typeof asked)[number]) => {
				asked.push(options);
				return { statusCode };
			},
		};
		const result = testKeys({ helpers } as unknown as ICredentialTestFunctions, { data } as never);
		return result.then((told) => ({ ...told, asked }));
	};

	it('asks for a session that nobody has made, and follows no redirect with the keys', async () => {
		const { status, asked } = await test(server.credential);
		expect(status).toBe('OK');
		expect(asked).toEqual([expect.objectContaining({ followRedirect: false })]);
		expect(asked[0]?.uri).toMatch(/^https:\/\/stationapi\.veriff\.com\/v1\/sessions\/[\da-f-]{36}\/decision$/);
	});

	it.each([401, 403, 302, 200, 500])('finds keys wrong that are answered with %s', async (statusCode) => {
		expect(await test(server.credential, statusCode)).toMatchObject({ status: 'Error' });
	});

	it('sends nothing to a base URL that is none', async () => {
		expect(await test({ ...server.credential, baseUrl: 'http://x' })).toMatchObject({ status: 'Error', asked: [] });
	});
});
