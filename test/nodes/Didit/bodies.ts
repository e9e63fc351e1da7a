import { z } from 'zod';

const language = z.string().regex(/^[a-z]{2,3}(-[A-Z]{2})?$/);
const country = z.string().length(3);

/** The body of `POST /v3/session/`: https://docs.didit.me/sessions-api/create-session. */
export const sessionBody = z
	.object({
		workflow_id: z.string().uuid(),
		vendor_data: z.string().min(1),
		callback: z.string().min(1),
		callback_method: z.enum(['initiator', 'completer', 'both']),
		metadata: z.unknown(),
		language,
		contact_details: z
			.object({
				email: z.string().email(),
				email_lang: language,
				send_notification_emails: z.boolean(),
				phone: z.string().regex(/^\+\d{2,15}$/),
			})
			.partial()
			.strict(),
		expected_details: z
			.object({
				first_name: z.string().min(1),
				last_name: z.string().min(1),
				nationality: country,
				id_country: country,
			})
			.partial()
			.strict(),
		portrait_image: z.string(),
		sandbox_scenario: z.string(),
	})
	.partial()
	.required({ workflow_id: true })
	.strict();

/** The body of `POST /v3/webhook/destinations/`: https://docs.didit.me/management-api/webhook/create-destination. */
export const destinationBody = z
	.object({
		label: z.string().min(1).max(255),
		url: z.string().url(),
		enabled: z.boolean().default(true),
		webhook_version: z.enum(['v1', 'v2', 'v3']),
		subscribed_events: z
			.array(
				z.enum([
					'status.updated',
					'data.updated',
					'user.status.updated',
					'user.data.updated',
					'business.status.updated',
					'business.data.updated',
					'activity.created',
					'transaction.created',
					'transaction.status.updated',
					'travel_rule.status.updated',
				]),
			)
			.min(1),
	})
	.strict();
