import { reset } from 'cloudflare:test';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, utils } from '@e965/xlsx';
import { z } from 'zod';
import { OUTCOME_WORDS } from '../../../shared/protocol/outcome-words.ts';
import { OUTCOMES } from '../../../shared/protocol/outcomes.ts';
import { rowIssueViewSchema, type RowIssueView } from '../../../shared/protocol/row-issue.ts';
import { pageSchema } from '../../../shared/protocol/page.ts';
import { contactFile, mobile } from '../support/contacts.ts';
import { ask, importIn, makeTemplate, refusalOf, sendFile } from '../support/edge.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { dialToTheEnd, standIn } from '../support/stand-in.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

async function csvOf(path: string): Promise<string[][]> {
  const answer = await ask(path);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await answer.arrayBuffer());
  expect([text[0], text.slice(-2)]).toEqual(['\uFEFF', '\r\n']);
  return z.array(z.array(z.string())).parse(Papa.parse(text.slice(1), { skipEmptyLines: true }).data);
}

/** The cells of a workbook's only sheet, as a spreadsheet shows them. */
async function sheetOf(path: string): Promise<string[][]> {
  const answer = await ask(path);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.xlsx"$/);
  const book = read(new Uint8Array(await answer.arrayBuffer()));
  const sheet = Object.values(book.Sheets)[0] ?? {};
  const rows: unknown = utils.sheet_to_json(sheet, { header: 1, raw: false, defval: '' });
  return z.array(z.array(z.string())).parse(rows);
}

const ndjsonSchema = z.object({
  line: z.number(),
  number: z.string(),
  outcome: z.string(),
  columns: z.record(z.string(), z.string()),
});

async function issuesOf(id: string, query: string) {
  return pageSchema(rowIssueViewSchema).parse(await (await ask(`/api/imports/${id}/issues?${query}`)).json());
}

describe('the issues', () => {
  /** 3,000 rows, more than one chunk stores; every second row is bad, in one of three ways. */
  async function makeBad(): Promise<string> {
    const rows = Array.from({ length: 3_000 }, (_, i) => {
      const kinds = [mobile(i), '12345', mobile(i + 1), '', mobile(i + 2), mobile(0)];
      return `${i},${kinds[i % kinds.length] ?? ''}`;
    });
    await importIn(sendFile(['No,Phone', ...rows].join('\n'), { template, id: 'bad-1' }));
    return 'bad-1';
  }

  it('are paged in file order, whatever the page, and agree with their download', async () => {
    const id = await makeBad();
    const all: RowIssueView[] = [];
    for (let offset = 0; offset < 3_000; offset += 499) {
      const page = await issuesOf(id, `offset=${offset}&limit=499`);
      expect([page.offset, page.limit]).toEqual([offset, 499]);
      all.push(...page.items);
      expect(page.items.length).toBe(Math.max(0, Math.min(499, page.total - offset)));
    }
    const { total } = await issuesOf(id, 'limit=1');
    expect(all.length).toBe(total);
    expect(all.map(({ line }) => line)).toEqual(all.map(({ line }) => line).toSorted((a, b) => a - b));
    const [headings, ...lines] = await csvOf(`/api/imports/${id}/issues.csv`);
    expect(headings).toEqual(['Line', 'Value', 'Code', 'What is wrong', 'What to do', 'No', 'Phone']);
    expect(lines).toEqual(
      all.map(({ line, value, code, message, fix }) => {
        return [String(line), value, code, message, fix, String(line - 2), value];
      }),
    );
  });

  it('are counted and paged by code alone, when one is given', async () => {
    const id = await makeBad();
    const { issues, rows } = await importIn(ask(`/api/imports/${id}`));
    for (const [code, count] of Object.entries(issues)) {
      const page = await issuesOf(id, `code=${code}&limit=500`);
      expect([code, page.total, page.items.length]).toEqual([code, count, Math.min(500, count)]);
      expect(new Set(page.items.map((item) => item.code))).toEqual(new Set([code]));
      const last = await issuesOf(id, `code=${code}&offset=${count - 1}`);
      expect(last.items).toHaveLength(1);
    }
    expect(Object.values(issues).reduce((sum, count) => sum + count, 0)).toBe(
      rows.duplicate + rows.invalid + rows.blank,
    );
    expect(await issuesOf(id, 'code=no_such_code')).toEqual({ items: [], total: 0, offset: 0, limit: 50 });
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))('of the code %s are none', async (code) => {
    await importIn(sendFile(contactFile(2), { template, id: 'good-2' }));
    const answer = await ask(`/api/imports/good-2/issues?code=${encodeURIComponent(code)}`);
    expect([answer.status, await answer.json()]).toEqual([200, { items: [], total: 0, offset: 0, limit: 50 }]);
  });

  it('come a page at a time, whatever is asked for', async () => {
    const id = await makeBad();
    const page = await issuesOf(id, 'limit=100000');
    expect([page.limit, page.items.length]).toEqual([500, 500]);
  });

  it.each(['limit=0', 'limit=x', 'offset=-1', 'offset=1.5'])('are refused for %s', async (query) => {
    await importIn(sendFile(contactFile(2), { template, id: 'good-1' }));
    const refusal = await refusalOf(await ask(`/api/imports/good-1/issues?${query}`));
    expect(refusal).toMatchObject({ status: 400, code: 'invalid_request' });
  });
});

describe('the results', () => {
  it('are every accepted contact in file order: the own columns first, then what became of it', async () => {
    await standIn.reset({
      script: {
        script: {
          [mobile(0)]: [{ result: 'completed', digit: '2', recordingUrl: 'https://recordings.exotel.com/a.mp3' }],
          [mobile(1)]: ['busy'],
          [mobile(3)]: ['dnd'],
        },
      },
    });
    const file = [
      'Name,Phone,Note',
      `=HYPERLINK("x"),${mobile(0)},@cmd`,
      `"Rao, Asha",${mobile(1)},-2+3`,
      `Nobody,12345,`,
      `ரவி,${mobile(3)},"-1,500.50"`,
    ].join('\n');
    const made = await importIn(sendFile(file, { template, launch: 'true', name: 'Leads' }));
    await driveUntil(made.id, isLaunched);
    await dialToTheEnd();
    const end = await driveUntil(made.id, ({ state }) => state === 'finished');
    expect(end.contacts).toMatchObject({ completed: 1, busy: 1, dnd: 1, queued: 0 });

    const [headings, first, second, third, ...rest] = await csvOf(`/api/imports/${made.id}/results.csv`);
    expect(headings).toEqual(
      'Name,Phone,Note,Outcome,Attempts,Called at,Seconds,Digits,Recording,Call SID,Campaign,Reason,Row'.split(','),
    );
    const name = made.campaigns[0]?.name;
    expect(first?.slice(0, 5)).toEqual([`'=HYPERLINK("x")`, mobile(0), `'@cmd`, 'Completed', '1']);
    expect([first?.[7], first?.[8], first?.[10]]).toEqual(['2', 'https://recordings.exotel.com/a.mp3', name]);
    expect([first?.[5], first?.[9]]).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      expect.stringMatching(/./),
    ]);
    expect(second?.slice(0, 5)).toEqual(['Rao, Asha', mobile(1), `'-2+3`, 'Busy', '1']);
    const blocked = 'The number is on the do-not-disturb list, so Exotel does not call it.';
    const own = ['ரவி', mobile(3), '-1,500.50'];
    expect(third).toEqual([...own, 'Do not disturb', '0', '', '', '', '', '', name, blocked, '5']);
    expect([first?.slice(-2), second?.slice(-2)]).toEqual([
      ['', '2'],
      ['', '3'],
    ]);
    expect(rest).toEqual([]);
  });

  it('are there while nothing has been called, and agree with the counts at the end', async () => {
    // No blocked numbers: they have no call, so two kinds of them cannot be told apart if their callbacks are lost.
    await standIn.reset({ script: { mix: { completed: 0.5, busy: 0.2, 'no-answer': 0.2, failed: 0.1 } } });
    const made = await importIn(sendFile(contactFile(60), { template, launch: 'true' }));
    const [, ...before] = await csvOf(`/api/imports/${made.id}/results.csv`);
    expect(before.map((line) => line[2])).toEqual(Array<string>(60).fill('Waiting'));
    await driveUntil(made.id, isLaunched);
    await dialToTheEnd();
    const end = await driveUntil(made.id, ({ state }) => state === 'finished');
    const [, ...lines] = await csvOf(`/api/imports/${made.id}/results.csv`);
    const judged = await standIn.outcomes();
    const calls = OUTCOME_WORDS.voice;
    const wordOf = (n: number) =>
      OUTCOMES.filter((each) => each === judged[mobile(n)]?.outcome).map((each) => calls[each]);
    expect(lines.map((line) => [line[1], [line[2]], line[3]])).toEqual(
      Array.from({ length: 60 }, (_, i) => [mobile(i), wordOf(i), String(judged[mobile(i)]?.attempts)]),
    );
    for (const outcome of OUTCOMES) {
      const [, ...these] = await csvOf(`/api/imports/${made.id}/results.csv?outcome=${outcome}`);
      expect(these).toEqual(lines.filter((line) => line[2] === calls[outcome]));
      expect([outcome, these.length]).toEqual([outcome, end.contacts[outcome]]);
    }
    const failed = lines.filter((line) => line[2] === 'Failed');
    expect(new Set(failed.map((line) => line.at(-2)))).toEqual(
      new Set(['Exotel reports a failed call and gives no reason.']),
    );
    expect(failed.length).toBeGreaterThan(0);

    const [head, ...rows] = await sheetOf(`/api/imports/${made.id}/results.xlsx?outcome=busy,no_answer`);
    expect(head).toEqual(
      'Name,Phone,Outcome,Attempts,Called at,Seconds,Digits,Recording,Call SID,Campaign,Reason,Row'.split(','),
    );
    expect(rows).toEqual(lines.filter((line) => line[2] === 'Busy' || line[2] === 'No answer'));
    const told = await (await ask(`/api/imports/${made.id}/results.ndjson`)).text();
    const codes = told
      .trim()
      .split('\n')
      .map((line) => ndjsonSchema.parse(JSON.parse(line)));
    expect(codes.map(({ number, outcome, line, columns }) => [number, outcome, line, columns])).toEqual(
      lines.map((_, i) => [mobile(i), judged[mobile(i)]?.outcome, i + 2, { Name: `Person ${i}`, Phone: mobile(i) }]),
    );
    expect(await refusalOf(await ask(`/api/imports/${made.id}/results.csv?outcome=answered`))).toMatchObject({
      status: 400,
      code: 'invalid_request',
    });
  });
});
