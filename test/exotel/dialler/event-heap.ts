/** Events by their instant, earliest first; events of one instant in the order in which they were added. */
export type EventHeap<T> = {
  readonly push: (at: number, value: T) => void;
  readonly peekAt: () => number | null;
  readonly pop: () => { readonly at: number; readonly value: T } | null;
  readonly size: () => number;
};

type Entry<T> = { readonly at: number; readonly order: number; readonly value: T };

function isBefore<T>(a: Entry<T>, b: Entry<T>): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

/** A binary heap: O(log n) in and out. */
export function createEventHeap<T>(): EventHeap<T> {
  const heap: Entry<T>[] = [];
  let order = 0;

  function push(at: number, value: T): void {
    const entry = { at, order, value };
    order += 1;
    let slot = heap.length;
    heap.push(entry);
    while (slot > 0) {
      const above = (slot - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || !isBefore(entry, parent)) break;
      heap[slot] = parent;
      slot = above;
    }
    heap[slot] = entry;
  }

  function pop(): Entry<T> | null {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined) return null;
    if (heap.length > 0) sink(last);
    return first;
  }

  function sink(entry: Entry<T>): void {
    let slot = 0;
    for (;;) {
      let below = 2 * slot + 1;
      let child = heap[below];
      if (child === undefined) break;
      const right = heap[below + 1];
      if (right !== undefined && isBefore(right, child)) {
        child = right;
        below += 1;
      }
      if (!isBefore(child, entry)) break;
      heap[slot] = child;
      slot = below;
    }
    heap[slot] = entry;
  }

  return { push, pop, peekAt: () => heap[0]?.at ?? null, size: () => heap.length };
}
