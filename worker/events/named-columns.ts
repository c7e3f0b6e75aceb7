/** Cells by their headings: one without a name is called by its letter's place, one that comes twice is numbered. */
export function namedColumns(headings: readonly string[], cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  // Where the search for a free name goes on: a file may call all of its thousands of columns the same.
  const copies = new Map<string, number>();
  cells.forEach((cell, at) => {
    const heading = headings[at] || `Column ${at + 1}`;
    let name = heading;
    for (let copy = copies.get(heading) ?? 2; Object.hasOwn(named, name); copy += 1) {
      name = `${heading} (${copy})`;
      copies.set(heading, copy);
    }
    Object.defineProperty(named, name, { value: cell, enumerable: true, configurable: true, writable: true });
  });
  return named;
}
