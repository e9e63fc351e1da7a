import { subject } from '../../webhook/event';
import type { JsonObject } from '../../webhook/json';
import type { Reading } from '../../webhook/reading';
import { isoTime } from '../../webhook/time';
import { typeOf } from './kinds';
import { outcomeOfDecision } from './outcomes';
import { nameOf, repeatedFields, type Root, rootFields } from './payload';

/** What a decision says: a webhook brings it and the API answers it in the same shape. */
export function readDecision(payload: JsonObject, root: Root = rootFields.parse(payload)) {
	const { id, code, status, decisionTime, vendorData, endUserId } = root.verification;
	const reading: Reading = {
		...outcomeOfDecision(typeOf('decision', root), code, repeatedFields.parse(payload)),
		environment: null,
		check: null,
		providerStatus: status,
		verificationId: id ?? root.sessionId,
		externalId: vendorData,
		subject: subject({ id: endUserId, name: nameOf(root) }),
	};
	return { reading, occurredAt: isoTime(decisionTime), code };
}
