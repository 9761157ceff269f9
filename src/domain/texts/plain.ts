// Values that are the same after they were written as JSON and read again.
import type { Problem } from '../problem.ts';

/**
 * `T` when it is plain data: texts, numbers, booleans, null, and lists and objects of them; else a type to which no such
 * value can be assigned (sets, maps, functions). What is `undefined` in an object is left out, as JSON does.
 */
export type Plain<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends Problem
    ? T
    : T extends ((...values: never[]) => unknown) | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
      ? never
      : T extends object
        ? { readonly [K in keyof T]: Plain<T[K]> }
        : never;
