import type { Subject } from '../../webhook/event';
import { fields, text } from '../../webhook/fields';
import type { JsonObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import { kebabKeys } from './inflection';

/**
 * Who a resource is about. The person stands in the attributes themselves, which is deprecated, or under the same
 * names in `fields`: https://docs.withpersona.com/api-reference/inquiries.
 * @param attributes under kebab-case keys
 */
export function personOf(attributes: JsonObject): Pick<Subject, 'email' | 'phone' | 'name'> {
	const flat = flatFields.parse(attributes);
	const nested = nestedFields.parse(kebabKeys(attributes.fields));
	return {
		email: flat['email-address'] ?? nested['email-address'].value,
		phone: flat['phone-number'] ?? nested['phone-number'].value,
		name:
			fullName(flat['name-first'], flat['name-middle'], flat['name-last']) ??
			fullName(nested['name-first'].value, nested['name-middle'].value, nested['name-last'].value),
	};
}

const field = fields({ value: text });

const flatFields = fields({
	'email-address': text,
	'phone-number': text,
	'name-first': text,
	'name-middle': text,
	'name-last': text,
});

const nestedFields = fields({
	'email-address': field,
	'phone-number': field,
	'name-first': field,
	'name-middle': field,
	'name-last': field,
});
