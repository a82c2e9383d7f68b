import type { IDataObject } from 'n8n-workflow';
import type { Names } from '../declare/lookup';

const textOf = (value: unknown): string | undefined =>
	typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** Names that stand beside each other in the record. */
export const besideIn = ({ zh_name, en_name }: IDataObject): Names => ({
	zh: textOf(zh_name),
	en: textOf(en_name),
});

/** Names that stand together in an object. */
export function within(name: unknown): Names {
	const { zh_cn, en_us } = (name ?? {}) as IDataObject;
	return { zh: textOf(zh_cn), en: textOf(en_us) };
}

/** Names of the contacts: the usual one, and a list by language. */
export function localized(name: unknown, list: unknown): Names {
	const named = Array.isArray(list) ? (list as IDataObject[]) : [];
	const namedIn = (locale: string) => textOf(named.find((each) => each.locale === locale)?.value);
	const zh = namedIn('zh_cn');
	const en = namedIn('en_us');
	return zh === undefined && en === undefined ? { zh: textOf(name) } : { zh: zh ?? textOf(name), en };
}
