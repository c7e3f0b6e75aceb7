/** Cells by their headings: one without a name is called by its letter's place, one that comes twice is numbered. */
export function namedColumns(headings: readonly string[], cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  cells.forEach((cell, at) => {
    const heading = headings[at] || `Column ${at + 1}`;
    let name = heading;
    for (let copy = 2; Object.hasOwn(named, name); copy += 1) name = `${heading} (${copy})`;
    Object.defineProperty(named, name, { value: cell, enumerable: true, configurable: true, writable: true });
  });
  return named;
}
