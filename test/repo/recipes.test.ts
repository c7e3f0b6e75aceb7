import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newEvent } from '../../worker/events/outgoing-event.ts';
import { sendEvent } from '../../worker/sink/send-event.ts';
import { newWebhookSecret } from '../../worker/sink/webhook-signature.ts';
import { projectPath } from '../local/project-root.ts';
import { readProjectFile } from './source-files.ts';

type Cell = string | number;
const NOW = Date.parse('2026-11-29T10:00:00Z');

const finished = (place: number, columns: Record<string, string>) =>
  newEvent(`contact-leads-${place}`, 'contact.finished', NOW, {
    import: { id: 'leads', name: 'Leads' },
    number: `+91981001000${place}`,
    outcome: 'completed',
    attempts: 2,
    at: '2026-11-29T09:59:00Z',
    durationSeconds: 34,
    keys: '1',
    recording: null,
    columns,
  });

/** The script in a copy of what Google gives it: one sheet, a lock, and what it answers. */
function sheetScript() {
  const rows: Cell[][] = [[]];
  // An apostrophe before a text is Sheets' mark for one, and no part of it.
  const shown = (cell: Cell) => (typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell);
  const widest = () => Math.max(...rows.map(({ length }) => length));
  const sheet = {
    getDataRange: () => ({
      getValues: () => rows.map((row) => Array.from({ length: widest() }, (_, at) => shown(row[at] ?? ''))),
    }),
    getRange: () => ({ setValues: ([headings]: Cell[][]) => rows.splice(0, 1, headings ?? []) }),
    appendRow: (row: Cell[]) => rows.push(row),
  };
  const world = createContext({
    SpreadsheetApp: { getActiveSpreadsheet: () => ({ getSheets: () => [sheet] }) },
    LockService: { getScriptLock: () => ({ waitLock: () => {}, releaseLock: () => {} }) },
    HtmlService: { createHtmlOutput: (text: string) => text },
  });
  runInContext(readProjectFile('docs/recipes/google-sheets.gs'), world);
  const post = (contents: string, key = 'put a long random text here') => {
    world['e'] = { parameter: { key }, postData: { contents } };
    return z.string().parse(runInContext('doPost(e)', world));
  };
  return { rows, post };
}

describe('the recipe for Google Sheets', () => {
  it('writes one line a person, however often the event comes, under headings that grow', () => {
    const { rows, post } = sheetScript();
    const asha = finished(1, { Name: 'Asha', 'CRM id': '007' }).body;
    const ravi = finished(2, { Name: '=HYPERLINK("x")', City: 'Pune' }).body;
    expect([post(asha), post(asha), post(ravi), post(asha)]).toEqual(['added', 'known', 'added', 'known']);
    const [headings = [], ...lines] = rows;
    const named = lines.map((line) => Object.fromEntries(line.map((cell, at) => [headings[at], cell])));
    expect(named).toMatchObject([
      {
        id: 'contact-leads-1',
        Name: 'Asha',
        'CRM id': '007',
        number: "'+919810010001",
        outcome: 'completed',
        recording: '',
      },
      { id: 'contact-leads-2', Name: '\'=HYPERLINK("x")', City: 'Pune', seconds: 34, attempts: 2 },
    ]);
  });

  it('runs no heading, writes over no column of the file, and finds its place again where columns were put in', () => {
    const { rows, post } = sheetScript();
    const event = finished(1, { '=IMPORTXML("http://x/")': 'a', id: 'CRM-7', City: 'Pune' }).body;
    expect([post(event), post(event)]).toEqual(['added', 'known']);
    expect(rows[0]).toContain('\'=IMPORTXML("http://x/")');
    expect(rows[1]?.[rows[0]?.indexOf('id (file)') ?? -1]).toBe('CRM-7');
    for (const row of rows) row.unshift('');
    expect(post(event)).toBe('known');
    expect(post(finished(2, { City: 'Surat', Area: 'Adajan' }).body)).toBe('added');
    const [headings = [], , second = []] = rows;
    expect([headings[0], second[headings.indexOf('City')], second[headings.indexOf('Area')]]).toEqual([
      '',
      'Surat',
      'Adajan',
    ]);
  });

  it('takes nothing without its key, and nothing of another kind', () => {
    const { rows, post } = sheetScript();
    expect(post(finished(1, {}).body, 'guess')).toBe('wrong key');
    expect(post(newEvent('raw-1', 'callback.raw', NOW, {}).body)).toBe('not needed');
    expect(rows).toEqual([[]]);
  });
});

describe('the recipe that checks a signature', () => {
  const { checkSignature } = z
    .object({ checkSignature: z.custom<(input: object) => boolean>((value) => typeof value === 'function') })
    .parse(createRequire(import.meta.url)(projectPath('docs/recipes/check-signature.cjs')));

  it('takes what we sign, under the old secret and the new, and nothing that was touched', async () => {
    const secrets = [newWebhookSecret(), newWebhookSecret()] as const;
    const taken = () => Promise.resolve(new Response('ok'));
    const to = { url: 'https://crm.example.com/', secrets, fetch: taken, now: () => NOW };
    const { attempt } = await sendEvent(finished(1, { Name: 'आशा' }), to);
    const { headers, body } = attempt.request;
    for (const secret of secrets) expect(checkSignature({ secret, headers, body, now: NOW })).toBe(true);
    expect(new Webhook(secrets[0]).sign(headers['webhook-id'] ?? '', new Date(NOW), body)).toBe(
      headers['webhook-signature']?.split(' ')[0],
    );
    const [secret] = secrets;
    expect(checkSignature({ secret: newWebhookSecret(), headers, body, now: NOW })).toBe(false);
    expect(checkSignature({ secret, headers, body: `${body} `, now: NOW })).toBe(false);
    expect(checkSignature({ secret, headers, body: JSON.stringify(JSON.parse(body), null, 1), now: NOW })).toBe(false);
    expect(checkSignature({ secret, headers, body, now: NOW + 301_000 })).toBe(false);
    expect(checkSignature({ secret, headers: {}, body, now: NOW })).toBe(false);
  });
});
