/** The plot: requests per second over time, one strip per contender, as SVG. */
import type { Campaign } from './campaign';

const WIDTH = 860;
const LEFT = 62;
const RIGHT = 18;
const TOP = 78;
const STRIP = 84;
const GAP = 44;
/** Requests per second at the upper edge of a strip; what is higher is cut off and its height written down. */
const HIGHEST = 60;
const LIMIT = 50;

const INK = '#24292f';
const PALE = '#6e7781';
const TAKEN = '#2f81c1';
const REFUSED = '#d1495b';
const FONT = "font-family='system-ui, sans-serif'";

const text = (x: number, y: number, words: string, more = '') =>
	`<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${FONT} font-size="12" fill="${INK}" ${more}>${words}</text>`;

const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, more = '') =>
	`<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="${stroke}" ${more}/>`;

const escaped = (words: string) =>
	words.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

function perSecond({ received }: Campaign): Array<{ taken: number; refused: number }> {
	const seconds: Array<{ taken: number; refused: number }> = [];
	for (const { at, refused } of received.arrivals) {
		const second = Math.floor(at / 1000);
		while (seconds.length <= second) seconds.push({ taken: 0, refused: 0 });
		const bin = seconds[second];
		if (bin) bin[refused ? 'refused' : 'taken']++;
	}
	return seconds;
}

function strip(campaign: Campaign, top: number, items: number, x: (second: number) => number): string[] {
	const bottom = top + STRIP;
	const y = (requests: number) => bottom - (Math.min(requests, HIGHEST) / HIGHEST) * STRIP;
	const { name, latency, seconds, refused, received } = campaign;
	const lost = items - received.applied;
	const summary = [
		`${seconds.toFixed(1)} s`,
		refused > 0 ? `${refused.toLocaleString('en')} refused` : 'none refused',
		lost > 0 ? `${lost.toLocaleString('en')} not moved` : 'all moved',
	];
	const parts = [
		text(
			LEFT,
			top - 8,
			`<tspan font-weight="600">${escaped(name)}</tspan>, ${latency} ms a request: ${summary.join(', ')}`,
		),
		`<rect x="${LEFT}" y="${top}" width="${WIDTH - LEFT - RIGHT}" height="${STRIP}" fill="#f6f8fa"/>`,
	];
	for (const [second, { taken, refused: over }] of perSecond(campaign).entries()) {
		const width = x(1) - x(0);
		const bar = (from: number, to: number, fill: string) =>
			to > from && y(from) > y(to)
				? `<rect x="${x(second).toFixed(1)}" y="${y(to).toFixed(1)}" width="${width.toFixed(1)}" height="${(y(from) - y(to)).toFixed(1)}" fill="${fill}"/>`
				: '';
		parts.push(bar(0, taken, TAKEN), bar(taken, taken + over, REFUSED));
	}
	const beyond = perSecond(campaign).flatMap(({ taken, refused: over }, second) =>
		taken + over > HIGHEST ? [{ second, requests: taken + over }] : [],
	);
	const last = beyond.at(-1);
	if (last) {
		const heights = beyond.map(({ requests }) => requests.toLocaleString('en')).join(', ');
		parts.push(text(x(last.second + 1) + 8, y(33), `↑ cut off: ${heights} requests a second`));
	}
	for (const requests of [0, 25, LIMIT]) {
		parts.push(text(LEFT - 6, y(requests) + 4, String(requests), `text-anchor="end"`));
	}
	parts.push(
		line(LEFT, bottom, WIDTH - RIGHT, bottom, PALE),
		line(LEFT, y(LIMIT), WIDTH - RIGHT, y(LIMIT), INK, 'stroke-dasharray="5 4"'),
		line(LEFT, y(1000 / 60), WIDTH - RIGHT, y(1000 / 60), INK, 'stroke-dasharray="1.5 3"'),
	);
	return parts;
}

export function plot(campaigns: readonly Campaign[], items: number): string {
	const longest = Math.max(...campaigns.map((campaign) => perSecond(campaign).length));
	const end = Math.ceil((longest + 1) / 20) * 20;
	const x = (second: number) => LEFT + (second / end) * (WIDTH - LEFT - RIGHT);
	const bottom = TOP + campaigns.length * (STRIP + GAP) - GAP;
	const height = bottom + 48;
	const key = (at: number, fill: string, words: string) =>
		`<rect x="${at}" y="37" width="12" height="12" fill="${fill}"/>${text(at + 18, 47, words)}`;
	const keyLine = (at: number, dashes: string, words: string) =>
		line(at, 43, at + 24, 43, INK, `stroke-dasharray="${dashes}"`) + text(at + 30, 47, words);
	const parts = [
		`<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
		text(
			LEFT,
			22,
			`Requests per second that arrive, while ${items.toLocaleString('en')} applications are moved`,
			'font-weight="600"',
		),
		key(LEFT, TAKEN, 'let in'),
		key(LEFT + 80, REFUSED, 'refused'),
		keyLine(LEFT + 170, '5 4', 'limit: 50 in a second'),
		keyLine(LEFT + 350, '1.5 3', 'limit: 1,000 in 60 seconds, on average'),
		...campaigns.flatMap((campaign, index) => strip(campaign, TOP + index * (STRIP + GAP), items, x)),
	];
	for (let second = 0; second <= end; second += 20) {
		parts.push(
			line(x(second), bottom, x(second), bottom + 4, PALE),
			text(x(second), bottom + 18, String(second), 'text-anchor="middle"'),
		);
	}
	const middle = (TOP + bottom) / 2;
	parts.push(
		text((LEFT + WIDTH - RIGHT) / 2, bottom + 38, 'seconds after the first request', 'text-anchor="middle"'),
		text(16, middle, 'requests per second', `text-anchor="middle" transform="rotate(-90 16 ${middle})"`),
	);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="Requests per second over time against the limits, for each contender">\n${parts.filter((part) => part !== '').join('\n')}\n</svg>\n`;
}
