/**
 * An app's one request URL (将事件发送至开发者服务器): checks it when it is saved, and sends events to it until they
 * are acknowledged. Written from the pages 事件概述 and 将事件发送至开发者服务器 of the open platform.
 */
import axios from 'axios';
import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { samples, type EventBody, type EventType } from './samples';
import { bodyOf, wire, type Occurrence, type Schema, type Strategy, type Wire } from './wire';

/** Time between one try and the next. */
export const RETRY_AFTER_MS: readonly number[] = [15_000, 5 * 60_000, 60 * 60_000, 6 * 60 * 60_000];
const ANSWER_WITHIN_MS = 3_000;
const CHALLENGE_WITHIN_MS = 1_000;

export interface Time {
	now(): number;
	sleep(milliseconds: number): Promise<void>;
}

export const wallTime: Time = { now: () => Date.now(), sleep: async (ms) => void (await wait(ms)) };

/** A time that stands still until somebody sleeps, and then is past the sleep at once. */
export class LeapingTime implements Time {
	constructor(private time = Date.now()) {}

	now(): number {
		return this.time;
	}

	async sleep(milliseconds: number): Promise<void> {
		this.time += milliseconds;
	}
}

export interface Answer {
	/** 0 where there was none in time. */
	readonly status: number;
	readonly data: unknown;
	readonly milliseconds: number;
}

export interface SubscriptionOptions extends Strategy {
	readonly url: string;
	readonly appId: string;
	readonly tenantKey?: string;
	readonly time?: Time;
}

export class Subscription {
	readonly tenantKey: string;
	private readonly time: Time;

	constructor(private readonly options: SubscriptionOptions) {
		this.tenantKey = options.tenantKey ?? '2ca1d211f64f6438';
		this.time = options.time ?? wallTime;
	}

	/** Saves the address in the console. @returns what the console says against it */
	async save(): Promise<string | undefined> {
		const challenge = randomBytes(12).toString('hex');
		const { verificationToken: token } = this.options;
		const body = { challenge, token, type: 'url_verification' };
		const answer = await this.post(wire(body, this.options, this.time.now(), false), CHALLENGE_WITHIN_MS);
		const given = (answer.data as { challenge?: unknown } | null)?.challenge;
		return answer.status === 200 && given === challenge ? undefined : 'Challenge code 没有返回';
	}

	/** Something happened: an event with an ID of its own. */
	occur(type: EventType, more: Partial<Occurrence> = {}): Occurrence {
		return {
			id: randomBytes(16).toString('hex'),
			type,
			event: samples[type],
			appId: this.options.appId,
			tenantKey: this.tenantKey,
			time: this.time.now(),
			...more,
		};
	}

	/** One try, signed anew. */
	async push(occurrence: Occurrence, schema: Schema = '2.0'): Promise<Answer> {
		const body = bodyOf(occurrence, this.options.verificationToken, schema);
		return await this.post(wire(body, this.options, this.time.now()), ANSWER_WITHIN_MS);
	}

	/** Sends an event, and again until it is acknowledged with 200 or five tries have failed. */
	async deliver(occurrence: Occurrence, schema: Schema = '2.0'): Promise<Answer[]> {
		const answers = [await this.push(occurrence, schema)];
		for (const delay of RETRY_AFTER_MS) {
			if (answers.at(-1)?.status === 200) break;
			await this.time.sleep(delay);
			answers.push(await this.push(occurrence, schema));
		}
		return answers;
	}

	/** Any bytes, as anybody can send them. */
	async post({ headers, body }: Omit<Wire, 'body'> & { body: string | Buffer }, withinMs = ANSWER_WITHIN_MS) {
		const start = performance.now();
		const done = (status: number, data: unknown): Answer => ({
			status,
			data,
			milliseconds: performance.now() - start,
		});
		try {
			const { status, data } = await axios.post<unknown>(this.options.url, body, {
				headers,
				timeout: withinMs,
				proxy: false,
				validateStatus: null,
				maxRedirects: 0,
				// As it is, not made JSON of.
				transformRequest: [(bytes: unknown) => bytes],
			});
			return done(status, data);
		} catch {
			return done(0, undefined);
		}
	}
}

export type { EventBody };
