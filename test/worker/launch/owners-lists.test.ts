import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { envelopeOf, importIn, makeTemplate, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

/** Each file as a `data:` address, because a Worker has no folders. */
const FILES = import.meta.glob('../../fixtures/owners-lists/*.csv', {
  query: '?url&inline',
  import: 'default',
  eager: true,
});

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

/** Whom a single request with `launch` calls: the E.164 number of everybody dialled, or the code of the refusal. */
async function rings(name: string): Promise<readonly string[] | string> {
  const file = await fetch(FILES[`../../fixtures/owners-lists/${name}`] ?? '');
  const answer = await sendFile(await file.arrayBuffer(), { template, launch: 'true' });
  if (!answer.ok) return (await envelopeOf(answer)).error.code;
  const { id } = await importIn(answer);
  await driveUntil(id, isLaunched);
  await dialToTheEnd();
  return (await standIn.dials()).map(({ number }) => number).toSorted();
}

const [A, B, C, D] = ['+919876543210', '+919876543211', '+919876543212', '+919876543213'];

const RUNG: readonly (readonly [file: string, rung: readonly string[] | string])[] = [
  ['computed-minus.csv', [C]],
  ['country-code-column.csv', ['+12025550123', '+447400123456', A]],
  ['facebook-lead-ads.csv', [A, B]],
  ['id-beside-empty-phone.csv', 'nothing_to_call'],
  ['lines-in-quotes.csv', [A, B]],
  ['numbers-by-comma.csv', [A, B, C, D]],
  ['owner-mobile.csv', [A, B]],
  ['receiver-first.csv', [A, B, C]],
  ['student-no.csv', [A, B, C]],
  ['thousands.csv', [A, B]],
  ['three-colons.csv', [C]],
  ['two-tables.csv', [A]],
  ['with-country-code.csv', [A, B]],
];

describe('a list as its owner exports it, launched in one request', () => {
  it.each(RUNG)('%s rings those its owner means, and nobody else', async (name, rung) => {
    expect(await rings(name)).toEqual(rung);
  });

  it('is tried for each of them', () => {
    expect(Object.keys(FILES).map((path) => path.split('/').at(-1))).toEqual(RUNG.map(([name]) => name));
  });
});
