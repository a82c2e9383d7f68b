import type { Params } from './operation';
import type { Param } from './params';

/** What stands beside `success` for the record of a write that is answered without one: the ids and the new state. */
export const namedBySuccess = (params: Params): Array<{ key: string; name: string; param: Param }> =>
	Object.entries(params).flatMap(([name, param]) =>
		param.to && param.required === true ? [{ key: param.to.key, name, param }] : [],
	);
