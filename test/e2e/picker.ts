import type { Locator, Page } from 'playwright-core';

/** A field of a panel in which a thing is picked from a list. */
export class Picker {
	readonly field: Locator;
	/** What the open list offers. */
	readonly lines: Locator;
	/** Why the open list offers nothing. */
	readonly refusal: Locator;

	constructor(
		private readonly page: Page,
		name: string,
	) {
		this.field = page.getByTestId(`resource-locator-${name}`);
		this.lines = page.getByTestId('rlc-item').filter({ visible: true });
		this.refusal = page.getByTestId('rlc-error-container').filter({ visible: true });
	}

	/** Opens the list. */
	async open(): Promise<void> {
		await this.field.getByTestId('rlc-input').first().click();
		await this.page.getByTestId('rlc-search').filter({ visible: true }).waitFor();
	}

	/** Types into the open list. */
	async search(words: string): Promise<void> {
		await this.page.getByTestId('rlc-search').filter({ visible: true }).fill(words);
	}

	/** Picks the first line that has these words, of those found by what is typed. */
	async pick(words: string, typed = words): Promise<void> {
		await this.open();
		await this.search(typed);
		await this.lines.filter({ hasText: words }).first().click();
		await this.page.getByTestId('rlc-search').filter({ visible: true }).waitFor({ state: 'detached' });
	}

	/** The ways in which the thing can be named. */
	async modes(): Promise<string[]> {
		await this.field.getByTestId('rlc-mode-selector').first().click();
		const options = this.page.getByRole('option').filter({ visible: true });
		await options.first().waitFor();
		const names = await options.allInnerTexts();
		await this.page.keyboard.press('Escape');
		return names.map((name) => name.trim());
	}
}
