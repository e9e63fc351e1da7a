import type { NodeConnectionType } from 'n8n-workflow';

/**
 * What goes in and out of a node that is no trigger. n8n-workflow names it `NodeConnectionTypes.Main`, but not before
 * its version 1.83: there one class that reads it keeps every node of the package from loading.
 */
export const MAIN: NodeConnectionType = 'main';
