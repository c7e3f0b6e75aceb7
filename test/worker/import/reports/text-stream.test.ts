import { expect, it } from 'vitest';
import { textStream } from '../../../../worker/import/reports/byte-stream.ts';

const LINES = 20_000;

async function* lines(): AsyncIterable<string> {
  for (let at = 0; at < LINES; at += 1) yield `line ${at} of a report, नमस्ते\n`;
}

it('sends a report whole, in pieces and not line by line', async () => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let pieces = 0;
  for await (const piece of textStream(lines())) {
    text += decoder.decode(piece, { stream: true });
    pieces += 1;
  }
  let expected = '';
  for await (const line of lines()) expected += line;
  expect(text + decoder.decode()).toBe(expected);
  // Far fewer pieces than lines, although a reader receives each piece in parts of some kilobytes.
  expect(pieces).toBeLessThan(LINES / 10);
});

it('sends nothing of what is empty', async () => {
  async function* nothing(): AsyncIterable<string> {}
  let bytes = 0;
  for await (const piece of textStream(nothing())) bytes += piece.byteLength;
  expect(bytes).toBe(0);
});
