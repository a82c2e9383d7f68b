/** A parameter as the contract sees it: one that holds others says so. */
import type { Param as AnyParam } from '../../nodes/declare/params';

export type Param = AnyParam & { readonly fields?: Params; readonly isList?: boolean };
export type Params = Readonly<Record<string, Param>>;
