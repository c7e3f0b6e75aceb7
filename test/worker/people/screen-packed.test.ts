import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unpackHits } from '../../../shared/people/packed-hits.ts';
import { packNumbers } from '../../../shared/people/packed-numbers.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, refusalOf, sendFile } from '../support/edge.ts';
import { startClock } from '../support/engine.ts';
import { DEFAULT_CAPS, setCaps, suppress } from '../support/people.ts';
import { standIn } from '../support/stand-in.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  await setCaps(DEFAULT_CAPS);
  template = (await makeTemplate()).id;
});
afterEach(reset);

const numberOf = (at: number): number => Number(mobile(at).slice(1));

function screen(body: BodyInit, of = template): Promise<Response> {
  return ask(`/api/people/screen?template=${of}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
}

describe('a file that is asked about before it leaves the browser', () => {
  it('is answered with who is on the list and who was called, why, since when and by whom', async () => {
    await importIn(sendFile(contactFile(2), { template, name: 'Diwali leads', launch: 'true' }));
    await suppress(mobile(1), mobile(3));
    const answer = await screen(packNumbers(Float64Array.from([0, 1, 2, 3], numberOf)));
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    const hits = unpackHits(new Uint8Array(await answer.arrayBuffer()));
    expect(hits?.suppressed).toEqual(Float64Array.from([1, 3], numberOf));
    expect(hits?.calledRecently).toEqual(Float64Array.of(numberOf(0)));
    expect(hits?.reasons[hits.calledBy[0] ?? -1]).toMatchObject({
      rule: 'called_recently',
      detail: 'imports',
      by: 'asha',
      importName: 'Diwali leads',
    });
    expect(hits?.reasons[hits.suppressedBy[0] ?? -1]).toMatchObject({ rule: 'suppressed', detail: 'api', by: 'asha' });
  });

  it('is answered with nobody where nobody is left out, and where nobody is asked about', async () => {
    for (const body of [packNumbers(Float64Array.of(numberOf(5))), packNumbers(new Float64Array())]) {
      const hits = unpackHits(new Uint8Array(await (await screen(body)).arrayBuffer()));
      expect([hits?.suppressed.length, hits?.calledRecently.length, hits?.reasons]).toEqual([0, 0, []]);
    }
  });

  it('is refused for bytes that are no packed numbers, and for a template that is not there', async () => {
    expect(await refusalOf(await screen('98100 10002'))).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(await refusalOf(await screen(packNumbers(new Float64Array()), 'none'))).toMatchObject({ status: 404 });
  });
});
