import type { Words } from '../words.ts';

export type Part<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly unknown[]
    ? T
    : T extends object
      ? { [K in keyof T]?: Part<T[K]> }
      : T;

/** One section of the words, of which some may still be missing. */
export type Section<K extends keyof Words> = Part<Words[K]>;

/** What is not said in Hindi yet is said in English. */
export function over<T extends object>(english: T, hindi: Part<T>): T {
  const all: Record<string, unknown> = Object.fromEntries(Object.entries(english));
  for (const [key, value] of Object.entries(hindi)) {
    const under = all[key];
    const bothObjects = [under, value].every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
    all[key] = bothObjects ? over(Object(under), Object(value)) : value;
  }
  return all as T;
}
