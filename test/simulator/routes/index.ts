/** Every route that the simulator answers. A new family is a new file and one line here. */
import type { Route } from '../route';
import { applicationRoutes } from './applications';
import { externalOfferRoutes } from './externalOffers';
import { jobProcessRoutes } from './jobProcesses';
import { offerRoutes } from './offers';
import { terminationReasonRoutes } from './terminationReasons';
import { tokenRoutes } from './token';

export const routes: readonly Route[] = [
	...tokenRoutes,
	...offerRoutes,
	...externalOfferRoutes,
	...applicationRoutes,
	...terminationReasonRoutes,
	...jobProcessRoutes,
];
