import type { IDataObject, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import { isFirst, isOfFirstCompany, storeAgain } from './delivered';
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
	const trigger = nameOf(context);
	const stored = context.getWorkflowStaticData('node');
	const isOurs = wanted.company
		? envelope.tenantKey === wanted.company
		: isOfFirstCompany(trigger, stored, envelope);
	return isOurs && isFirst(trigger, stored, envelope.id) ? { wanted, item } : undefined;
}

/** What a trigger is called among all of the process. */
const nameOf = (context: TriggerContext) => `${context.getWorkflow().id} ${context.getNode().id}`;

/** The item with its details, where they are wanted; nothing where a filter by details keeps it out. */
export async function itemFor(
	context: TriggerContext,
	{ wanted, item }: Start,
): Promise<IDataObject | undefined> {
	const detailed = wanted.includeDetails ? await withDetails(context, item) : item;
	if (context.getMode() !== 'manual') storeAgain(nameOf(context), context.getWorkflowStaticData('node'));
	return detailsPass(detailed, wanted) ? detailed : undefined;
}
