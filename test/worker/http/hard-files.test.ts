import { reset } from 'cloudflare:test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envelopeOf, importIn, makeTemplate, sendFile } from '../support/edge.ts';
import { startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';

/** Each file as a `data:` address, because a Worker has no folders. */
const FILES = import.meta.glob('../../fixtures/contacts/*.{csv,txt}', {
  query: '?url&inline',
  import: 'default',
  eager: true,
});

interface Rows {
  readonly accepted: number;
  readonly invalid?: number;
  readonly blank?: number;
}

/** What the extension finds in the same files: test/extension/files/hard-files and test/shared/contacts/fixtures. */
const READ: Readonly<Record<string, Rows>> = {
  'excel-damage.csv': { accepted: 3, invalid: 4 },
  'excel-unicode-text-utf16le.txt': { accepted: 3 },
  'headings-that-mislead.csv': { accepted: 2 },
  'hindi-utf8-bom.csv': { accepted: 3 },
  'hindi-utf8.csv': { accepted: 3 },
  'lost-zeros-and-prefixes.csv': { accepted: 7 },
  'mixed-newlines-ragged.csv': { accepted: 3, blank: 4 },
  'pasted-from-whatsapp.csv': { accepted: 4 },
  'quoted-newlines.csv': { accepted: 2, invalid: 1 },
  'semicolons-decimal-commas.csv': { accepted: 3 },
  'sep-line.csv': { accepted: 1 },
  'several-in-one-cell.csv': { accepted: 1, invalid: 3 },
  'stray-quotes.csv': { accepted: 3 },
  'ten-thousand-empty-columns.csv': { accepted: 2 },
  'trailing-blanks.csv': { accepted: 2, blank: 5 },
  'utf16be-without-bom.csv': { accepted: 3 },
  'windows-1252-names.csv': { accepted: 3 },
};

const REFUSED: Readonly<Record<string, string>> = {
  'picture-renamed.csv': 'not_a_text_file',
  'unclosed-quote.csv': 'unclosed_quote',
  'workbook-renamed.csv': 'not_a_text_file',
};

let template: string;
beforeAll(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterAll(reset);

async function send(name: string): Promise<Response> {
  const file = await fetch(FILES[`../../fixtures/contacts/${name}`] ?? '');
  return sendFile(await file.arrayBuffer(), { template });
}

describe('a file that breaks others, sent to the Worker', () => {
  it.each(Object.entries(READ))(
    '%s holds whom the extension shows',
    async (name, { accepted, invalid = 0, blank = 0 }) => {
      const { rows } = await importIn(send(name));
      expect(rows).toMatchObject({ accepted, invalid, blank, duplicate: 0, total: accepted + invalid + blank });
    },
  );

  it.each(Object.entries(REFUSED))('%s is refused', async (name, code) => {
    const answer = await send(name);
    expect([answer.status, (await envelopeOf(answer)).error.code]).toEqual([422, code]);
  });

  it('is tried for each of them', () => {
    const all = Object.keys(FILES).map((path) => path.split('/').at(-1));
    expect(new Set(all)).toEqual(new Set([...Object.keys(READ), ...Object.keys(REFUSED)]));
  });
});
