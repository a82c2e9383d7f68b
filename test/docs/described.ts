/** The nodes with operations, as the pages describe them, and the names that their Chinese panels have. */
import type { INodeTypeDescription } from 'n8n-workflow';
import type { Operation } from '../../nodes/declare/operation';
import { FeishuHireApplication } from '../../nodes/FeishuHireApplication/FeishuHireApplication.node';
import * as application from '../../nodes/FeishuHireApplication/operations';
import applicationChinese from '../../nodes/FeishuHireApplication/translations/zh-CN/feishuHireApplication.json';
import { FeishuHireAttachment } from '../../nodes/FeishuHireAttachment/FeishuHireAttachment.node';
import * as attachment from '../../nodes/FeishuHireAttachment/operations';
import attachmentChinese from '../../nodes/FeishuHireAttachment/translations/zh-CN/feishuHireAttachment.json';
import { FeishuHireExternalOffer } from '../../nodes/FeishuHireExternalOffer/FeishuHireExternalOffer.node';
import * as externalOffer from '../../nodes/FeishuHireExternalOffer/operations';
import externalOfferChinese from '../../nodes/FeishuHireExternalOffer/translations/zh-CN/feishuHireExternalOffer.json';
import { FeishuHireOffer } from '../../nodes/FeishuHireOffer/FeishuHireOffer.node';
import * as offer from '../../nodes/FeishuHireOffer/operations';
import offerChinese from '../../nodes/FeishuHireOffer/translations/zh-CN/feishuHireOffer.json';

/** The texts of a panel in another language, of which the pages take the names. */
interface Translation {
	readonly nodeView: Readonly<
		Record<'resource' | 'operation', { options: Readonly<Record<string, { displayName: string }>> }>
	>;
}

export interface Described {
	readonly description: INodeTypeDescription;
	readonly operations: readonly Operation[];
	readonly chinese: Translation;
}

export const described: readonly Described[] = [
	{ description: new FeishuHireOffer().description, operations: Object.values(offer), chinese: offerChinese },
	{
		description: new FeishuHireExternalOffer().description,
		operations: Object.values(externalOffer),
		chinese: externalOfferChinese,
	},
	{
		description: new FeishuHireApplication().description,
		operations: Object.values(application),
		chinese: applicationChinese,
	},
	{
		description: new FeishuHireAttachment().description,
		operations: Object.values(attachment),
		chinese: attachmentChinese,
	},
];

/** The resources of a node in the order of its panel, each with its operations by name. */
export function resourcesOf({ description, operations }: Described) {
	const options = description.properties.find(({ name }) => name === 'resource')?.options ?? [];
	return options.flatMap((option) => {
		if (!('value' in option)) return [];
		const own = operations
			.filter(({ resource }) => resource === option.value)
			.sort((a, b) => a.name.localeCompare(b.name, 'en'));
		return [{ name: option.name, value: String(option.value), operations: own }];
	});
}
