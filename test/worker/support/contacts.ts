/** E.164 of the n-th Indian mobile number of the tests; all of them are valid and differ. */
export function mobile(n: number): string {
  return `+919810${String(10_001 + n).padStart(6, '0')}`;
}

/** A file of `count` contacts in as many rows, with a column that is the user's own. */
export function contactFile(count: number, first = 0): string {
  const rows = Array.from({ length: count }, (_, i) => `Person ${first + i},${mobile(first + i)}`);
  return ['Name,Phone', ...rows, ''].join('\n');
}
