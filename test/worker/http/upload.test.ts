import { abortAllDurableObjects, reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breakingSender } from '../support/breaking-sender.ts';
import { contactFile } from '../support/contacts.ts';
import { ask, getImport, importIn, makeTemplate, post, refusalOf } from '../support/edge.ts';
import type { Import } from '../../../shared/protocol/import.ts';
import { PATIENCE } from '../../fixtures/patience.ts';

const bytes = new TextEncoder().encode(contactFile(300));
let template: string;

beforeEach(async () => {
  template = (await makeTemplate()).id;
});
afterEach(reset);

function open(change: Readonly<Record<string, unknown>> = {}): Promise<Response> {
  return post('/api/imports', { template, fileName: 'leads.csv', fileBytes: bytes.byteLength, ...change });
}

function patch(
  id: string,
  offset: number | string,
  body: BodyInit | null,
  headers: Record<string, string> = {},
): Promise<Response> {
  return ask(`/api/imports/${id}/file`, {
    method: 'PATCH',
    body,
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
      ...headers,
    },
  });
}

function head(id: string, headers: Record<string, string> = { 'tus-resumable': '1.0.0' }): Promise<Response> {
  return ask(`/api/imports/${id}/file`, { method: 'HEAD', headers });
}

async function offsetOf(id: string): Promise<string | null> {
  return (await head(id)).headers.get('upload-offset');
}

async function check(id: string, body?: unknown): Promise<Import> {
  return importIn(post(`/api/imports/${id}/check`, body));
}

describe('opening an upload', () => {
  it('answers the empty import and where it is', async () => {
    const answer = await open({ id: 'leads-1', name: 'Diwali leads' });
    expect([answer.status, answer.headers.get('location'), answer.headers.get('tus-resumable')]).toEqual([
      201,
      '/api/imports/leads-1',
      '1.0.0',
    ]);
    expect(await importIn(answer)).toMatchObject({
      id: 'leads-1',
      name: 'Diwali leads',
      state: 'receiving',
      file: { name: 'leads.csv', bytes: bytes.byteLength, received: 0, sha256: null },
      rows: { total: 0, accepted: 0, duplicate: 0, invalid: 0, blank: 0 },
      campaigns: [],
      createdBy: 'asha',
      launchedAt: null,
    });
  });

  it('finds the same upload under the same id, and refuses another file under it', async () => {
    const first = await importIn(open({ id: 'leads-1' }));
    await patch('leads-1', 0, bytes.slice(0, 100));
    const again = await importIn(open({ id: 'leads-1' }));
    expect([again.id, again.createdAt, again.file.received]).toEqual([first.id, first.createdAt, 100]);
    expect(await refusalOf(await open({ id: 'leads-1', fileBytes: 5 }))).toEqual({
      status: 409,
      code: 'import_exists',
    });
  });

  it.each([
    ['a template that is not there', { template: 'nobody' }, 404, 'template_not_found'],
    ['more bytes than a file may have', { fileBytes: 100 * 1024 * 1024 + 1 }, 413, 'file_too_large'],
    ['an id that could not be in a name', { id: 'a b' }, 400, 'invalid_request'],
    ['an unknown field', { colour: 'red' }, 400, 'invalid_request'],
    ['no file name', { fileName: '' }, 400, 'invalid_request'],
    ['a negative size', { fileBytes: -1 }, 400, 'invalid_request'],
  ])('is refused with %s', async (_what, change, status, code) => {
    expect(await refusalOf(await open(change))).toMatchObject({ status, code });
  });
});

describe('an upload in pieces', () => {
  it('arrives whole from pieces of any size, and HEAD says how far it is', async () => {
    const { id } = await importIn(open());
    const cuts = [0, 1, 2, 1000, 1001, 4000, bytes.byteLength];
    for (const [i, from] of cuts.slice(0, -1).entries()) {
      expect(await offsetOf(id)).toBe(String(from));
      const answer = await patch(id, from, bytes.slice(from, cuts[i + 1]));
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([204, String(cuts[i + 1])]);
    }
    const asked = await head(id);
    expect([asked.status, asked.headers.get('upload-length'), asked.headers.get('cache-control')]).toEqual([
      200,
      String(bytes.byteLength),
      'no-store',
    ]);
    const checked = await check(id);
    const sha256 = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    expect([checked.state, checked.rows.accepted, checked.file.sha256]).toEqual(['checked', 300, sha256]);
  });

  it('goes on where it was after every object was killed', async () => {
    const { id } = await importIn(open());
    await patch(id, 0, bytes.slice(0, 5000));
    await abortAllDurableObjects();
    expect(await offsetOf(id)).toBe('5000');
    await patch(id, 5000, bytes.slice(5000));
    await abortAllDurableObjects();
    expect((await check(id)).rows.accepted).toBe(300);
    await abortAllDurableObjects();
    expect(await getImport(id)).toMatchObject({ state: 'checked', rows: { accepted: 300 } });
  });

  it('keeps what arrived of a piece whose sender went away', async () => {
    const large = new TextEncoder().encode(contactFile(60_000));
    const { id } = await importIn(open({ fileBytes: large.byteLength }));
    const sender = breakingSender(large.slice(0, 1_200_000));
    const sending = patch(id, 0, sender.body).catch(() => null);
    await vi.waitFor(async () => expect(Number(await offsetOf(id))).toBeGreaterThan(1_000_000), PATIENCE);
    sender.breakOff();
    await sending;
    const kept = Number(await offsetOf(id));
    expect(kept).toBeGreaterThan(1_000_000);
    await patch(id, kept, large.slice(kept));
    expect((await check(id)).rows.accepted).toBe(60_000);
  });

  it.each([
    ['another offset', 7, {}, 409, 'offset_mismatch', { offset: 0 }],
    ['an offset that is no number', 'x', {}, 400, 'invalid_request', undefined],
    ['another protocol version', 0, { 'tus-resumable': '0.2.2' }, 412, 'tus_version_unsupported', undefined],
    ['another content type', 0, { 'content-type': 'text/csv' }, 415, 'unsupported_media_type', undefined],
  ])('is refused with %s', async (_what, offset, headers, status, code, details) => {
    const { id } = await importIn(open());
    const refusal = await refusalOf(await patch(id, offset, bytes.slice(0, 10), headers));
    expect(refusal).toEqual(details === undefined ? { status, code } : { status, code, details });
    expect(await offsetOf(id)).toBe('0');
  });

  it('is refused beyond the announced size', async () => {
    const { id } = await importIn(open({ fileBytes: 10 }));
    expect(await refusalOf(await patch(id, 0, bytes.slice(0, 11)))).toEqual({ status: 413, code: 'upload_overflow' });
  });

  it('is refused for an import that is not there', async () => {
    expect(await refusalOf(await patch('nobody', 0, bytes))).toEqual({ status: 404, code: 'import_not_found' });
    expect([(await head('nobody')).status, (await head('nobody', {})).status]).toEqual([404, 412]);
  });

  it('lets two senders of one piece at once store it once', async () => {
    const { id } = await importIn(open());
    const both = await Promise.all([patch(id, 0, bytes), patch(id, 0, bytes)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([204, 409]));
    expect((await check(id)).rows.accepted).toBe(300);
  });
});

describe('a check', () => {
  it('waits for the whole file', async () => {
    const { id } = await importIn(open());
    await patch(id, 0, bytes.slice(0, 10));
    expect(await refusalOf(await post(`/api/imports/${id}/check`))).toEqual({
      status: 409,
      code: 'upload_incomplete',
      details: { offset: 10 },
    });
  });
});
