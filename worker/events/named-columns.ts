/** A row's cells by heading. A column without a heading is named by its position; a repeated heading gets a number. */
export function namedColumns(headings: readonly string[], cells: readonly string[]): Record<string, string> {
  const named: Record<string, string> = {};
  // Where to go on looking for a free name: a file may give thousands of columns the same heading.
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
