import { runNode } from '../../support/api/node';
import type { JsonObject } from '../../../webhook/json';
import { sumsubApi } from '../../../nodes/Sumsub/api';
import { applicant, applicants, server } from './server';

const ID = 'a00000000000000000000001';
const green = { reviewStatus: 'completed', reviewResult: { reviewAnswer: 'GREEN' } };

async function got(review: JsonObject, more: JsonObject = {}, parameters: JsonObject = {}, around = {}) {
	applicants.set(ID, applicant(ID, review, more));
	const { items } = await runNode(server, { operation: 'get', verificationId: ID, ...parameters }, around);
	applicants.delete(ID);
	return items[0]?.json;
}

describe('the answer of the last attempt', () => {
	it.each([
		['init', 'pending', 'started'],
		['pending', 'pending', 'in_review'],
		['queued', 'pending', 'in_review'],
		['prechecked', 'pending', 'in_review'],
		['onHold', 'pending', 'in_review'],
		['awaitingService', 'pending', 'in_review'],
		['awaitingUser', 'pending', 'started'],
		['somethingNew', 'other', 'unknown'],
		[['completed'], 'other', 'unknown'],
		[null, 'other', 'unknown'],
		[undefined, 'other', 'unknown'],
	])('does not count while the review is %j', async (reviewStatus, status, reason) => {
		expect(await got({ ...green, reviewStatus })).toMatchObject({ status, reason });
	});

	it.each([
		[{ reviewAnswer: 'GREEN', rejectLabels: ['FORGERY'] }],
		[{ reviewAnswer: 'GREEN', reviewRejectType: 'RETRY' }],
		[{ reviewAnswer: 'YELLOW' }],
		[{}],
		[null],
	])('approves nobody as %j', async (reviewResult) => {
		expect(await got({ reviewStatus: 'completed', reviewResult })).toMatchObject({
			status: 'other',
			reason: 'unknown',
		});
	});
});

describe('an approved applicant', () => {
	it('is pending while further levels may follow, where the user says so', async () => {
		expect(await got(green, {}, { approvedWhen: 'workflow' })).toMatchObject({
			status: 'pending',
			reason: 'partial',
			check: { name: 'basic-kyc-level', status: 'approved' },
		});
	});

	it('who is a member of a company decides nothing', async () => {
		const more = { memberOf: [{ applicantId: 'b' }] };
		expect(await got(green, more)).toMatchObject({ status: 'pending', reason: 'partial', check: { name: 'member' } });
	});

	it.each([
		['sbx:token', 'test', 'other'],
		['prd:token', 'live', 'approved'],
		['token', null, 'approved'],
	])('under the token %s is %s', async (appToken, environment, status) => {
		applicants.set(ID, applicant(ID, green));
		const handle = () => ({ status: 200, body: applicants.get(ID) });
		const { items } = await runNode(
			server,
			{ operation: 'get', verificationId: ID },
			{ credential: { ...server.credential, appToken }, handle },
		);
		expect(items[0]?.json).toMatchObject({ environment, status });
	});
});

describe('the reference', () => {
	it('finds an applicant, however it is written', async () => {
		const externalUserId = 'Zoë/7;x=1 ?#';
		applicants.set(ID, applicant(ID, green, { externalUserId }));
		const find = { operation: 'get', lookUpBy: 'externalId', externalId: externalUserId };
		expect((await runNode(server, find)).items[0]?.json).toMatchObject({
			verificationId: ID,
			externalId: externalUserId,
		});
		await expect(runNode(server, { ...find, externalId: 'nobody' })).rejects.toThrow(
			'no verification with this external ID',
		);
	});
});

describe('the link', () => {
	it('works for 30 minutes unless the user says otherwise', async () => {
		const { requests } = await runNode(server, { operation: 'create', ...server.create, additionalFields: {} });
		expect(JSON.parse(String(requests[0]?.body))).toEqual({
			levelName: 'basic-kyc-level',
			userId: 'abc-123',
			ttlInSecs: 1800,
		});
	});
});

describe('the levels', () => {
	const levels = [
		{ id: '1', name: 'basic-kyc-level', type: 'standalone' },
		{ id: '2', name: 'payment-action', type: 'actions' },
	];

	it.each([
		['as the reference has them', { items: levels, totalItems: 2 }],
		["as Sumsub's own samples read them", { list: { items: levels }, totalItems: 2 }],
	])('are listed %s, without those of actions', async (_, answer) => {
		expect(await sumsubApi.listTemplates(async () => answer)).toEqual([
			{ id: 'basic-kyc-level', name: 'basic-kyc-level' },
		]);
	});
});
