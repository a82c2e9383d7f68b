import type { ICredentialType, INodeTypeDescription } from 'n8n-workflow';

/** A panel with faults on purpose: each of them is one that a generated panel could have. */
export const faultyPanel: INodeTypeDescription = {
	displayName: 'Feishu Hire Offer',
	name: 'feishuHireOffer',
	icon: 'file:feishuHireOffer.png',
	group: ['transform'],
	version: 1,
	description: 'Faulty',
	defaults: { name: 'Feishu Hire Offer' },
	usableAsTool: true,
	inputs: ['main'],
	outputs: ['main'],
	properties: [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			options: [
				{ name: 'Update Status', value: 'updateStatus', action: 'Update Status Of Offer' },
				{ name: 'Get Many', value: 'getAll', action: 'Get all offers' },
			],
			default: 'updateStatus',
		},
		{
			displayName: 'additional fields',
			name: 'additionalFields',
			type: 'collection',
			default: {},
			options: [
				{
					displayName: 'Note',
					name: 'note',
					type: 'string',
					default: '',
					description: 'First part. Second part',
				},
				{ displayName: 'Keep', name: 'keep', type: 'boolean', default: false, description: 'Keep it.' },
				{
					displayName: 'Owner',
					name: 'owner',
					type: 'options',
					default: 'x',
					options: [{ name: 'One', value: 1 }],
				},
				{ displayName: 'Candidate Id', name: 'candidateId', type: 'string', default: '' },
				{ displayName: 'Amount', name: 'amount', type: 'number', default: 0, description: 'the amount' },
			],
		},
	],
};

/** The rules that see those faults when the panel is written out as source, in alphabetical order. */
export const panelRules = [
	'@n8n/community-nodes/icon-prefer-themed-variants',
	'@n8n/community-nodes/icon-validation',
	'@n8n/community-nodes/require-node-description-fields',
	'n8n-nodes-base/node-class-description-icon-not-svg',
	'n8n-nodes-base/node-param-collection-type-unsorted-items',
	'n8n-nodes-base/node-param-default-wrong-for-options',
	'n8n-nodes-base/node-param-description-boolean-without-whether',
	'n8n-nodes-base/node-param-description-excess-final-period',
	'n8n-nodes-base/node-param-description-lowercase-first-char',
	'n8n-nodes-base/node-param-description-missing-final-period',
	'n8n-nodes-base/node-param-display-name-miscased',
	'n8n-nodes-base/node-param-display-name-miscased-id',
	'n8n-nodes-base/node-param-operation-option-action-miscased',
	'n8n-nodes-base/node-param-operation-option-action-wrong-for-get-many',
	'n8n-nodes-base/node-param-operation-without-no-data-expression',
];

/** A credential with faults on purpose. */
export const faultyCredential: ICredentialType = {
	name: 'feishuHire',
	displayName: 'Feishu Hire',
	documentationUrl: 'feishuHire',
	properties: [{ displayName: 'App Secret', name: 'appSecret', type: 'string', default: '' }],
};

export const credentialRules = [
	'@n8n/community-nodes/cred-class-field-icon-missing',
	'@n8n/community-nodes/credential-documentation-url',
	'@n8n/community-nodes/credential-password-field',
	'@n8n/community-nodes/credential-test-required',
	'@n8n/community-nodes/icon-validation',
	'n8n-nodes-base/cred-class-field-display-name-missing-api',
	'n8n-nodes-base/cred-class-field-documentation-url-not-http-url',
	'n8n-nodes-base/cred-class-field-name-unsuffixed',
	'n8n-nodes-base/cred-class-field-type-options-password-missing',
];
