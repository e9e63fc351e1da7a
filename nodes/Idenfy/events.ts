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
	{ name: 'Account Check', value: 'account_check' },
	{ name: 'Age Estimation', value: 'age_estimation', description: 'How old a person looks; that decides nothing' },
	{
		name: 'AML Monitoring',
		value: 'aml_monitoring',
		description: 'The monitoring of a person or company has a hit, or it was looked into',
	},
	{ name: 'AML Monitoring Expiration', value: 'aml_monitoring_expiration' },
	{ name: 'Bank Card Verification Completed', value: 'bank_card_verification_completed' },
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
	{ name: 'Company Delete', value: 'company_delete' },
	{ name: 'Company Expiration', value: 'company_expiration' },
	{ name: 'Company Info Request', value: 'company_info_request' },
	{ name: 'Company Submit', value: 'company_submit' },
	{
		name: 'Document Expiration',
		value: 'document_expiration',
		description: 'The document of a verified person expires, or soon will',
	},
	{
		name: 'Facial Authentication',
		value: 'facial_authentication',
		description: 'A person who was verified before has shown their face again; that decides nothing',
	},
	{ name: 'Gov Ordered Document', value: 'gov_ordered_document' },
	{ name: 'SOS Report', value: 'sos_report' },
	{
		name: 'Video Call Finished',
		value: 'video_call_finished',
		description: 'A video call has ended; the identification decides',
	},
];
