import type { INodeProperties } from 'n8n-workflow';

/**
 * The switch of every webhook credential without which the KYC Simulator does not sign with it: whoever may use a
 * credential, without seeing it, could else send false approvals.
 */
export const simulatorPermission: INodeProperties = {
	displayName: 'Allow KYC Simulator',
	name: 'allowKycSimulator',
	type: 'boolean',
	default: false,
	description:
		'Whether the KYC Simulator may sign deliveries with this credential. Anyone who may use this credential can then send false approvals. Off by default.',
};

export function maySimulate(credential: Readonly<Record<string, unknown>>): boolean {
	return credential[simulatorPermission.name] === true;
}
