import { applications } from './applications';
import { interviews } from './interviews';
import { jobs } from './jobs';
import { offers } from './offers';
import { talents } from './talents';

/** What can be watched, by its value in the panel. */
export const watches = { applications, interviews, jobs, offers, talents };
