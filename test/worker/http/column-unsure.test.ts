import { reset } from 'cloudflare:test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, envelopeOf, importIn, makeTemplate, post, sendFile } from '../support/edge.ts';
import type { ErrorEnvelope } from '../../../shared/protocol/error-envelope.ts';
import { driveUntil, isLaunched, startClock } from '../support/engine.ts';
import { standIn } from '../support/stand-in.ts';

let template: string;
beforeEach(async () => {
  startClock();
  await standIn.reset();
  template = (await makeTemplate()).id;
});
afterEach(reset);

/** No heading says that these are telephones. */
const UNSURE = 'Digits,Name\n9876543210,Asha\n9123456789,Bina\n';
/** A log of calls in both directions: the team's own line is sometimes in one column and sometimes in the other. */
const BOTH_WAYS = [
  'Date,From,To',
  '1/11,08047112233,9876543210',
  '1/11,9876543211,08047112233',
  '2/11,08047112233,9876543212',
  '2/11,9876543213,08047112233',
].join('\n');

async function refused(answering: Promise<Response>, status: number): Promise<ErrorEnvelope['error']> {
  const answer = await answering;
  const { error } = await envelopeOf(answer);
  expect([answer.status, error.code]).toEqual([status, error.code]);
  return error;
}

async function numbersDialled(id: string): Promise<number | undefined> {
  await driveUntil(id, isLaunched);
  return (await standIn.creates())[0]?.numbers;
}

describe('a launch in one request whose number column is a guess', () => {
  it('calls nobody, leaves nothing, and says what it may be', async () => {
    const refusal = await refused(sendFile(UNSURE, { template, launch: 'true', id: 'unsure-1' }), 409);
    expect(refusal).toMatchObject({
      code: 'column_unsure',
      details: {
        column: 1,
        doubt: 'heading_unknown',
        candidates: [{ column: 1, heading: 'Digits', samples: ['9876543210', '9123456789'] }],
      },
    });
    expect(refusal.message).toContain('&column=');
    expect((await standIn.requests()).length).toBe(0);
    expect((await refused(ask('/api/imports/unsure-1'), 404)).code).toBe('import_not_found');
  });

  it('names the runner-up', async () => {
    const refusal = await refused(sendFile(BOTH_WAYS, { template, launch: 'true' }), 409);
    expect(refusal).toMatchObject({
      code: 'column_unsure',
      details: { doubt: 'own_number', candidates: [{ heading: 'From' }, { heading: 'To' }] },
    });
  });

  it.each(['Digits', '1', 'digits', 'Column A'])('is launched once the column is said, as %j', async (column) => {
    const made = await importIn(sendFile(UNSURE, { template, launch: 'true', id: 'said-1', column }));
    expect(made.shape).toMatchObject({ numberColumn: 1, verdict: { why: 'told', doubt: null } });
    expect(await numbersDialled(made.id)).toBe(2);
  });

  it('is checked anew under the same id when the column is said later', async () => {
    const first = await importIn(sendFile(UNSURE, { template, id: 'later-1' }));
    expect(first).toMatchObject({ state: 'checked', shape: { verdict: { doubt: 'heading_unknown' } } });
    const made = await importIn(sendFile(UNSURE, { template, id: 'later-1', launch: 'true', column: '1' }));
    expect(await numbersDialled(made.id)).toBe(2);
  });

  it.each([
    ['other_table', 'Name,Mobile\nAsha,9876543210\n\nOrder,Order No\nX,7100000113\nY,7100000126\n'],
    ['lines_joined', 'Name,PhoneAsha,9876543210Bina,9123456789'],
    ['country_unclear', 'Name,X,Phone\nA,91,9876543210\nB,1,9172345678\nC,44,7400123456\n'],
  ])('calls nobody where rows would be called by a guess: %s', async (doubt, file) => {
    const refusal = await refused(sendFile(file, { template, launch: 'true' }), 409);
    expect(refusal).toMatchObject({ code: 'column_unsure', details: { doubt } });
    expect((await standIn.requests()).length).toBe(0);
  });

  it('is refused where no column is so', async () => {
    const refusal = await refused(sendFile(UNSURE, { template, launch: 'true', column: 'Mobile' }), 422);
    expect(refusal).toMatchObject({ code: 'column_not_found', details: { wanted: 'Mobile' } });
  });
});

describe('a column that says who must not be called', () => {
  const list = 'Name,DND,Mobile\nAsha,,9876543210\nBina,Yes,9123456789\nChetan,no,8765432109\nAsha,Y,9876543210\n';

  it('keeps people out of a launch in one request, in every row of theirs, and says how many', async () => {
    const made = await importIn(sendFile(list, { template, launch: 'true' }));
    expect(made).toMatchObject({
      rows: { total: 4, accepted: 1, duplicate: 0, suppressed: 3 },
      issues: { do_not_call: 3 },
      shape: { doNotCallColumns: [2], numberColumn: 3 },
    });
    expect(await numbersDialled(made.id)).toBe(1);
    const { items } = await (await ask(`/api/imports/${made.id}/issues`)).json<{ items: { message: string }[] }>();
    expect(items.map(({ message }) => message)).toEqual(items.map(() => 'The file says not to call this person.'));
  });

  it('is not used where the address says so', async () => {
    const made = await importIn(sendFile(list, { template, launch: 'true', doNotCall: 'none' }));
    expect(made).toMatchObject({ rows: { accepted: 3, duplicate: 1, suppressed: 0 }, shape: { doNotCallColumns: [] } });
    expect(await numbersDialled(made.id)).toBe(3);
  });

  it('calls nobody while it may mean something else, and takes an answer', async () => {
    const unclear = 'Name,DND,Mobile\nAsha,Category 1,9876543210\nBina,,9123456789\n';
    const refusal = await refused(sendFile(unclear, { template, launch: 'true' }), 409);
    expect(refusal).toMatchObject({
      code: 'column_unsure',
      details: {
        column: 2,
        doubt: 'do_not_call_unclear',
        candidates: [{ column: 2, heading: 'DND', samples: ['Category 1'] }],
      },
    });
    expect((await standIn.requests()).length).toBe(0);
    const made = await importIn(sendFile(unclear, { template, launch: 'true', doNotCall: 'DND' }));
    expect(made.rows).toMatchObject({ accepted: 1, suppressed: 1 });
    expect(await numbersDialled(made.id)).toBe(1);
  });

  it('is chosen for a check, and keeps people out of every later reading', async () => {
    const made = await importIn(sendFile(list, { template }));
    const all = await importIn(await post(`/api/imports/${made.id}/check`, { columns: { doNotCall: [] } }));
    expect(all.rows).toMatchObject({ accepted: 3, duplicate: 1 });
    const some = await importIn(await post(`/api/imports/${made.id}/check`, { columns: { doNotCall: ['DND'] } }));
    expect(some.rows).toMatchObject({ accepted: 1, suppressed: 3 });
    // The file is read again for this: the first person called is the one on line 4.
    const preview = await (await ask(`/api/imports/${made.id}/preview`)).json();
    expect(preview).toMatchObject({ line: 4, number: '+918765432109' });
  });
});

describe('a check', () => {
  it('tells a guess from a choice, and takes the columns by heading or position', async () => {
    const file = 'Name,Country Code,Mobile 1,Mobile 2\nAsha,91,9876543210,9123456789\nJohn,1,2025550123,\n';
    const made = await importIn(sendFile(file, { template }));
    expect(made.shape).toMatchObject({
      numberColumn: 3,
      callingCodeColumn: 2,
      moreColumns: [4],
      numbers: 'first',
      linesAbove: 1,
      verdict: { why: 'heading', doubt: null, message: 'Its heading names a phone number.' },
    });
    expect(made.rows).toMatchObject({ total: 2, accepted: 2 });

    const columns = { number: 'mobile 1', more: ['Mobile 2'], numbers: 'all', callingCode: null };
    const answer = await post(`/api/imports/${made.id}/check`, { columns });
    expect(await importIn(answer)).toMatchObject({
      rows: { total: 3, accepted: 3 },
      shape: { callingCodeColumn: null, moreColumns: [4], numbers: 'all', verdict: { why: 'told' } },
    });
  });

  it('finds the headings of another table, and counts every line', async () => {
    const made = await importIn(
      sendFile('Name,Mobile\nAsha,9876543210\n\nName,City,Mobile\nBina,Pune,9876543211\n', { template }),
    );
    expect(made).toMatchObject({
      rows: { total: 4, accepted: 1, blank: 1, invalid: 2 },
      otherTables: [{ line: 4, headings: ['Name', 'City', 'Mobile'] }],
      shape: { linesAbove: 1 },
    });
  });
});

describe('numbers beside the first', () => {
  it('are all called where the file is nothing but numbers', async () => {
    const made = await importIn(sendFile('9876543210, 9876543211\n9123456789\n', { template, launch: 'true' }));
    expect(made.rows).toMatchObject({ total: 3, accepted: 3 });
    expect(await numbersDialled(made.id)).toBe(3);
  });

  it('are called as the address says', async () => {
    const file = 'Name,Mobile 1,Mobile 2\nAsha,NA,9123456789\nBina,9876543211,9123456780\n';
    const made = await importIn(sendFile(file, { template, launch: 'true', numbers: 'first_valid' }));
    expect(made.rows).toMatchObject({ total: 2, accepted: 2 });
    expect(await numbersDialled(made.id)).toBe(2);
  });
});

describe('totals and notes below a list', () => {
  it('are no contacts of a launch in one request, and each is told', async () => {
    const rows = ['Asha,9876543210', 'Total,9000000001', 'For queries call,8765432109', 'हेल्पलाइन,9123456789'];
    const made = await importIn(sendFile(`Name,Mobile\n${rows.join('\n')}\n`, { template, launch: 'true' }));
    expect(made).toMatchObject({
      rows: { total: 4, accepted: 1, invalid: 3 },
      issues: { total_row: 1, note_row: 2 },
    });
    expect(await numbersDialled(made.id)).toBe(1);
    const { items } = await (await ask(`/api/imports/${made.id}/issues`)).json<{ items: { message: string }[] }>();
    expect(items[1]?.message).toBe('This row is a note on the list, not a person to call.');
  });
});
