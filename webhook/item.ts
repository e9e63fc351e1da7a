import type { KycEvent } from './event';
import type { ProviderEvent } from './provider';

/** An event as the user sees it. */
export function itemOf(event: ProviderEvent, provider: string, receivedAt: string, includePayload: boolean): KycEvent {
	return {
		provider,
		status: event.status,
		reason: event.reason,
		decidedBy: event.decidedBy,
		environment: event.environment,
		check: event.check,
		eventId: event.eventId,
		eventType: event.eventType,
		providerStatus: event.providerStatus,
		verificationId: event.verificationId,
		externalId: event.externalId,
		subject: event.subject,
		occurredAt: event.occurredAt,
		receivedAt,
		...(includePayload && { payload: event.payload }),
	};
}
