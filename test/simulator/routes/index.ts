/** Every route that the simulator answers. A new family is a new file and one line here. */
import type { Route } from '../route';
import { applicationDetailRoutes } from './applicationDetails';
import { applicationRoutes } from './applications';
import { attachmentRoutes } from './attachments';
import { contactRoutes } from './contacts';
import { employeeRoutes } from './employees';
import { externalApplicationRoutes } from './externalApplications';
import { externalOfferRoutes } from './externalOffers';
import { interviewRoutes } from './interviews';
import { jobProcessRoutes } from './jobProcesses';
import { jobRoutes } from './jobs';
import { jobRequirementRoutes } from './jobRequirements';
import { locationRoutes } from './locations';
import { offerFormRoutes } from './offerForms';
import { offerRoutes } from './offers';
import { resumeSourceRoutes } from './resumeSources';
import { roleRoutes } from './roles';
import { talentRoutes } from './talents';
import { terminationReasonRoutes } from './terminationReasons';
import { tokenRoutes } from './token';

export const routes: readonly Route[] = [
	...tokenRoutes,
	...offerRoutes,
	...offerFormRoutes,
	...externalOfferRoutes,
	...externalApplicationRoutes,
	...applicationRoutes,
	...applicationDetailRoutes,
	...interviewRoutes,
	...employeeRoutes,
	...attachmentRoutes,
	...talentRoutes,
	...jobRoutes,
	...resumeSourceRoutes,
	...roleRoutes,
	...terminationReasonRoutes,
	...jobProcessRoutes,
	...jobRequirementRoutes,
	...locationRoutes,
	...contactRoutes,
];
