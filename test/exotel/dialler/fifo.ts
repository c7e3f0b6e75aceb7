/** A queue whose `shift` does not move the other entries. */
export type Fifo<T> = {
  readonly push: (value: T) => void;
  readonly peek: () => T | undefined;
  readonly shift: () => T | undefined;
  readonly size: () => number;
};

const COMPACT_AFTER = 1_024;

export function createFifo<T>(): Fifo<T> {
  let values: T[] = [];
  let head = 0;
  return {
    push: (value) => {
      values.push(value);
    },
    peek: () => values[head],
    shift: () => {
      const value = values[head];
      if (head < values.length) head += 1;
      if (head >= COMPACT_AFTER && head * 2 >= values.length) {
        values = values.slice(head);
        head = 0;
      }
      return value;
    },
    size: () => values.length - head,
  };
}
