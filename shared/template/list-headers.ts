import { MAX_VARIABLE_NAME_CHARS } from '../limits.ts';

/** The column of every list whose name Exotel prescribes. */
export const NUMBER_HEADER = 'number';

/**
 * Names of a list's columns, for the variables in order. Exotel's sample has spaces in headings, but one of its guides
 * forbids them; ours have none, and keep their case. No name is the beginning of another, in any case, because nobody
 * says which of `@@Order` and `@@Order_ID` Exotel looks for first.
 */
export function listHeaders(names: readonly string[]): string[] {
  const plain = names.map((name, at) => plainName(name) || `value${at + 1}`);
  const all = [NUMBER_HEADER, ...plain].map((header) => header.toLowerCase());
  const clash = all.some((header, at) => all.some((other, place) => place !== at && other.startsWith(header)));
  return clash ? plain.map((header, at) => `v${at + 1}_${header}`) : plain;
}

function plainName(name: string): string {
  return name
    .replaceAll(/[^A-Za-z0-9_]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, MAX_VARIABLE_NAME_CHARS);
}
