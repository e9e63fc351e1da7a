import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://documentation.idenfy.com/kyc/webhooks. */
export const events: readonly EventOption[] = [
	{
		name: 'Identification',
		value: 'identification',
		decides: true,
		description: 'An identity verification was approved, denied, reviewed, resubmitted or canceled, or has expired',
	},
	{
		name: 'Company Review',
		value: 'company_review',
		decides: true,
		description:
			'A company was denied, or approved: the approval comes out on Other, since it says nothing of its members',
	},
	{
		name: 'Account Check',
		value: 'account_check',
		description: 'An account check has ended with a score; that decides nothing about the person',
	},
	{ name: 'Age Estimation', value: 'age_estimation', description: 'How old a person looks; that decides nothing' },
	{
		name: 'AML Monitoring',
		value: 'aml_monitoring',
		description: 'The monitoring of a person or company has a hit, which is an alert, or it was looked into',
	},
	{
		name: 'AML Monitoring Expiration',
		value: 'aml_monitoring_expiration',
		description: 'Monitoring is about to end, or to be extended; that decides nothing',
	},
	{
		name: 'Bank Card Verification Completed',
		value: 'bank_card_verification_completed',
		description: 'A bank card was checked; that decides nothing about the person',
	},
	{
		name: 'Bank Verification',
		value: 'bank_verification',
		description: 'About a bank account; that decides nothing about the person',
	},
	{
		name: 'Company AML Review',
		value: 'company_aml_review',
		description: 'Somebody has looked at the AML hits of a company; that decides nothing',
	},
	{
		name: 'Company Delete',
		value: 'company_delete',
		description: 'A company was deleted; that decides nothing',
	},
	{
		name: 'Company Expiration',
		value: 'company_expiration',
		description: 'The verification of a company expires, or soon will; that decides nothing',
	},
	{
		name: 'Company Info Request',
		value: 'company_info_request',
		description: 'A company has to hand in more; the company review decides',
	},
	{
		name: 'Company Submit',
		value: 'company_submit',
		description: 'A company has handed in its form; the company review decides',
	},
	{
		name: 'Document Expiration',
		value: 'document_expiration',
		description: 'The document of a verified person expires, or soon will; that decides nothing',
	},
	{
		name: 'Facial Authentication',
		value: 'facial_authentication',
		description: 'A person who was verified before has shown their face again; that decides nothing',
	},
	{
		name: 'Gov Ordered Document',
		value: 'gov_ordered_document',
		description: 'About a document that was ordered from an authority; that decides nothing',
	},
	{
		name: 'SOS Report',
		value: 'sos_report',
		description: 'About a report that was ordered on a company; that decides nothing',
	},
	{
		name: 'Video Call Finished',
		value: 'video_call_finished',
		description: 'A video call has ended; the identification decides',
	},
];
