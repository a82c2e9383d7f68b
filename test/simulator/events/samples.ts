/** What each event of Feishu Hire carries, as the example on its page has it. */
import json from './samples.json';

export type EventType = keyof typeof json;
export type EventBody = Readonly<Record<string, unknown>>;

export const samples: Readonly<Record<EventType, EventBody>> = json;

export const eventTypes = Object.keys(json) as EventType[];
