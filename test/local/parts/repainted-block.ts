import type { WriteStream } from 'node:tty';

export interface RepaintedBlock {
  readonly show: (lines: readonly string[]) => void;
}

const PLAIN_INTERVAL_MS = 2_000;

/** A block of lines painted over itself on a terminal; elsewhere (a log) its first lines, at most every two seconds. */
export function createRepaintedBlock(out: WriteStream, now: () => number): RepaintedBlock {
  let height = 0;
  let plain = { at: Number.NEGATIVE_INFINITY, text: '' };
  return {
    show: (lines) => {
      if (out.isTTY) {
        out.write(
          (height > 0 ? `\u001B[${height}A` : '') + lines.map((line) => `\u001B[2K${line}\n`).join('') + '\u001B[J',
        );
        height = lines.length;
        return;
      }
      const text = lines
        .slice(0, 3)
        .map((line) => line.trim())
        .join('  ');
      if (now() - plain.at < PLAIN_INTERVAL_MS || text === plain.text) return;
      plain = { at: now(), text };
      out.write(`  ${text}\n`);
    },
  };
}
