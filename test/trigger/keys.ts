/** An app's encryption strategy, in the three ways it can be set, and a credential that knows it. */
import { credentialFor, type Access } from '../n8nCore/surroundings';
import type { Strategy } from '../simulator/events/wire';

const encryptKey = 'encrypt-key-of-the-tests';
const verificationToken = 'verification-token-of-the-tests';

export const strategies = {
	'both keys': { encryptKey, verificationToken },
	'the encrypt key alone': { encryptKey, verificationToken: '' },
	'the verification token alone': { encryptKey: '', verificationToken },
} as const satisfies Record<string, Strategy>;

export const both = strategies['both keys'];

export const credentialOf = (access: Access, strategy: Strategy) => ({
	...credentialFor(access),
	...strategy,
});
