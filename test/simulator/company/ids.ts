import { seededRandom } from '../random';

const FIRST_ID = 6_930_000_000_000_000_001n;
const STEP = 1_000_000_007_001n;

/**
 * Ids as Feishu Hire gives them: 19 digits, far beyond what a JavaScript number can hold exactly.
 * The random part is smaller than a step, so no two ids of one maker are equal.
 */
export function idMaker(seed: number, first = FIRST_ID): () => string {
	const random = seededRandom(seed);
	let made = 0n;
	return () => {
		made += 1n;
		return (first + made * STEP + BigInt(Math.floor(random() * 1_000_000_000_000))).toString();
	};
}
