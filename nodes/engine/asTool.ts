import type { INode } from 'n8n-workflow';

/** Whether a model calls the node: n8n makes a second type of each node that is usable as a tool, called so. */
export const isTool = ({ type }: INode): boolean => type.endsWith('Tool');
