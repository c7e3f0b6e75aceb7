import { expect } from 'vitest';

type Step = { readonly key: string; readonly isArray: boolean };

/** `response[].data.id` in steps. */
function stepsOf(path: string): Step[] {
  return path.split('.').map((part) => ({ key: part.replace('[]', ''), isArray: part.endsWith('[]') }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Puts the sample's value where the rendered answer has one of the same type; adds and removes no key. */
function copyAt(sample: unknown, rendered: unknown, [step, ...rest]: readonly Step[]): void {
  if (step === undefined || !isObject(sample) || !isObject(rendered)) return;
  const wanted = sample[step.key];
  const found = rendered[step.key];
  if (step.isArray && Array.isArray(wanted) && Array.isArray(found)) {
    for (const [index, value] of found.entries()) {
      if (rest.length > 0) copyAt(wanted[index], value, rest);
      else if (typeof value === typeof wanted[index]) found[index] = wanted[index];
    }
  } else if (rest.length > 0) copyAt(wanted, found, rest);
  else if (found !== undefined && typeof found === typeof wanted) rendered[step.key] = wanted;
}

/**
 * Expects a rendered answer to be the sample byte for byte, keys in the same order, once the values that differ by
 * nature (ids, times) are the sample's. Blanks between the bytes do not count: the pages print more of them.
 */
export function expectLikeSample(sample: unknown, text: string, differByNature: readonly string[]): void {
  const rendered: unknown = JSON.parse(text);
  for (const path of differByNature) copyAt(sample, rendered, stepsOf(path));
  expect(JSON.stringify(rendered)).toBe(JSON.stringify(sample));
}

/** Takes keys out of an answer, at any depth: what Exotel added after a sample was printed. */
export function withoutKeys(text: string, keys: ReadonlySet<string>): string {
  return JSON.stringify(
    JSON.parse(text, (_key, value: unknown) =>
      isObject(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !keys.has(key))) : value,
    ),
  );
}
