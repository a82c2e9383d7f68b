import type { IDataObject, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import { companyOf, isFirst } from './delivered';
import { withDetails } from './details';
import type { Envelope } from './envelope';
import { detailsPass, itemOf, type Wanted } from './wanted';

type TriggerContext = IWebhookFunctions | ITriggerFunctions;

/** An event that starts the workflow, as far as that can be said before its details are read. */
export interface Start {
	readonly wanted: Wanted;
	readonly item: IDataObject;
}

/** What an event starts: it was chosen, is of the right company, and came for the first time. */
export function startOf(context: TriggerContext, envelope: Envelope, wanted: Wanted): Start | undefined {
	const item = itemOf(envelope, wanted);
	if (!item) return undefined;
	// In a test the same event may be sent by hand, again and again.
	if (context.getMode() === 'manual') return { wanted, item };
	const trigger = `${context.getWorkflow().id} ${context.getNode().id}`;
	const stored = context.getWorkflowStaticData('node');
	const company = wanted.company || companyOf(trigger, stored, envelope.tenantKey);
	if (envelope.tenantKey !== company || !isFirst(trigger, stored, envelope.id)) return undefined;
	return { wanted, item };
}

/** The item with its details, where they are wanted; nothing where a filter by details keeps it out. */
export async function itemFor(
	context: TriggerContext,
	{ wanted, item }: Start,
): Promise<IDataObject | undefined> {
	const detailed = wanted.includeDetails ? await withDetails(context, item) : item;
	return detailsPass(detailed, wanted) ? detailed : undefined;
}
