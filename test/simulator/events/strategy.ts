import type { Strategy } from './wire';

/** What the simulator's app has under 加密策略. */
export const STRATEGY: Strategy = {
	encryptKey: 'simulator-encrypt-key',
	verificationToken: 'simulator-verification-token',
};
