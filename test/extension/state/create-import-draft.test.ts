import { describe, expect, it } from 'vitest';
import { createImportDraft } from '../../../extension/state/draft/create-import-draft.ts';
import type { DraftInputs } from '../../../extension/state/draft/create-import-draft.ts';
import { checkReason, columnsReason } from '../../../extension/state/draft/step-reason.ts';
import { createColumnMemory } from '../../../extension/storage/remembered-columns.ts';
import type { ScreenNumbers } from '../../../extension/state/draft/create-screening.ts';
import { statusMark } from '../../../shared/contacts/cells/status-mark.ts';
import { readMarked } from '../../../shared/people/marked-numbers.ts';
import { unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import { checkInPage } from '../support/check-in-page.ts';
import { storageArea } from '../support/storage-area.ts';

const INPUTS: DraftInputs = {
  country: 'IN',
  chosen: {},
  text: 'Namaste @@Name',
  callDuplicates: false,
  isMessage: false,
  screensFor: null,
  onlyNew: false,
  unlessChanged: false,
  override: false,
  pressedAt: null,
  sending: null,
};
const ROWS = 'Customer,Mobile\nAsha,9845000001\n,9845000002\nRavi,123';

function setUp(
  text = ROWS,
  memory = createColumnMemory(storageArea()),
  sent: Blob | null = null,
  screen?: ScreenNumbers,
) {
  const thread = checkInPage();
  const settled: unknown[] = [];
  const draft = createImportDraft(
    new Blob([text]),
    thread.start,
    { ...memory, read: (headings, variables) => thread.track(memory.read(headings, variables)) },
    (country, { number, header }) => {
      settled.push([country, number, header]);
      return thread.track(Promise.resolve(sent));
    },
    screen && ((template, packed) => thread.track(screen(template, packed))),
  );
  const reasons = () => [columnsReason(draft.columns.value, draft.map.value), checkReason(draft.check.state.value)];
  return { draft, memory, reasons, settled, ...thread };
}

describe('createImportDraft', () => {
  it('checks nothing before every variable has its column, and says which has none', async () => {
    const { draft, jobs, quiet, reasons } = setUp();
    draft.update(INPUTS);
    await quiet();

    expect([jobs, reasons()[0]]).toEqual([['sniff'], { code: 'unmapped', variables: ['Name'] }]);

    draft.update({ ...INPUTS, chosen: { variables: { Name: 1 } } });
    await quiet();

    expect([jobs, reasons()]).toEqual([
      ['sniff', 'check'],
      [null, null],
    ]);
    expect(draft.choice.value).toMatchObject({ number: 2, header: true, variables: { Name: 1 } });
    const { state } = draft.check;
    expect(state.value.state === 'checked' && state.value.checked.summary).toMatchObject({
      rows: { total: 3, accepted: 2, invalid: 1 },
      variables: [{ name: 'Name', missing: 1 }],
    });
  });

  it('gives out the same objects while its inputs say the same, so that no screen is drawn again for a copy', async () => {
    const { draft, quiet } = setUp();
    const chosen = { variables: { Name: 1 } };
    draft.update({ ...INPUTS, chosen });
    await quiet();
    const given = () => [draft.map.value, draft.choice.value, draft.settings.value];
    const before = given();

    draft.update(structuredClone({ ...INPUTS, chosen }));
    draft.update({ ...INPUTS, chosen, sending: 0 });

    expect(given().map((one, at) => one !== null && one === before[at])).toEqual([true, true, true]);

    draft.update({ ...INPUTS, chosen: { ...chosen, number: 1 } });

    expect(given().map((one, at) => one !== null && one === before[at])).toEqual([false, false, false]);
  });

  it('is ready at once for a file like the last one', async () => {
    const first = setUp();
    first.draft.update({ ...INPUTS, chosen: { variables: { Name: 1 } } });
    await first.quiet();
    await first.draft.remember();

    const { draft, quiet, reasons } = setUp('Customer,Mobile\nMeera,9845000003', first.memory);
    draft.update(INPUTS);
    await quiet();

    expect(draft.map.value?.variables).toEqual([
      { name: 'Name', column: 0, source: 'last_time', fallback: null, leaveOut: false, spoken: null },
    ]);
    expect(reasons()).toEqual([null, null]);
  });

  it('knows what else was said of the last such file, and of no other', async () => {
    const said = { more: [], numbers: 'first', fallbacks: { Name: 'customer' }, required: [1], status: 1 } as const;
    const first = setUp();
    first.draft.update({ ...INPUTS, chosen: { ...said, more: [], required: [1], number: 2, variables: { Name: 1 } } });
    await first.quiet();
    await first.draft.remember();
    expect(first.draft.lastChoices.value).toBeNull();

    const alike = setUp('Customer,Mobile\nMeera,9845000003', first.memory);
    const other = setUp('Who,Mobile\nMeera,9845000003', first.memory);
    for (const { draft, quiet } of [alike, other]) {
      draft.update(INPUTS);
      await quiet();
    }
    expect([alike.draft.lastChoices.value, other.draft.lastChoices.value]).toEqual([said, null]);
  });

  it('checks once for the same settings, however often it is told them', async () => {
    const { draft, jobs, quiet } = setUp('Name,Mobile\nAsha,9845000001');
    for (let times = 0; times < 3; times += 1) {
      draft.update({ ...INPUTS });
      await quiet();
    }

    expect(jobs).toEqual(['sniff', 'check']);
  });

  it('checks anew when the text or the first row is another', async () => {
    const { draft, jobs, quiet } = setUp('Name,Mobile\nAsha,9845000001');
    draft.update(INPUTS);
    await quiet();
    draft.update({ ...INPUTS, text: null });
    await quiet();
    draft.update({ ...INPUTS, text: null, chosen: { header: false } });
    await quiet();

    expect(jobs).toEqual(['sniff', 'check', 'check', 'sniff', 'check']);
    expect(draft.choice.value).toMatchObject({ number: 2, header: false });
  });

  it.each([
    ['Name,City\nAsha,Pune', { code: 'no_number_column' }],
    ['', { code: 'file_fault' }],
    ['%PDF-1.7', { code: 'file_fault' }],
  ])('says of %j why one cannot go on', async (text, reason) => {
    const { draft, quiet, reasons } = setUp(text);
    draft.update({ ...INPUTS, text: null });
    await quiet();

    expect(reasons()[0]).toEqual(reason);
  });

  it('has nobody to call where no row has a number', async () => {
    const { draft, quiet, reasons } = setUp('Mobile\n123\n456');
    draft.update({ ...INPUTS, text: null });
    await quiet();

    expect(reasons()).toEqual([null, { code: 'nobody' }]);
  });

  it('hears nothing more once it is stopped', async () => {
    const { draft, jobs, quiet } = setUp();
    draft.update({ ...INPUTS, text: null });
    draft.stop();
    await quiet();

    expect([jobs, draft.columns.value]).toEqual([['sniff'], { state: 'reading' }]);
  });

  it('checks what is sent once it is about to be, and the file as it was chosen before', async () => {
    const { draft, quiet, settled } = setUp(ROWS, undefined, new Blob([ROWS.replace('123', '9845000003')]));
    const inputs = { ...INPUTS, chosen: { variables: { Name: 1 } } };
    const accepted = () => {
      const { state } = draft.check;
      return state.value.state === 'checked' ? state.value.checked.summary.rows.accepted : state.value.state;
    };
    draft.update(inputs);
    await quiet();
    const before = accepted();
    draft.update({ ...inputs, sending: 4 });
    const meanwhile = accepted();
    await quiet();

    expect([before, meanwhile, accepted()]).toEqual([2, 'waiting', 3]);
    draft.update(inputs);
    await quiet();
    expect([accepted(), settled]).toEqual([2, [['IN', 2, true]]]);
  });

  it('counts nothing when what is sent cannot be had', async () => {
    const { draft, quiet } = setUp(ROWS);
    draft.update({ ...INPUTS, chosen: { variables: { Name: 1 } }, sending: 1 });
    await quiet();

    expect(draft.check.state.value).toEqual({ state: 'unreadable' });
  });

  it('leaves out whom the Worker says is not called, before the file leaves the browser', async () => {
    const asked: unknown[] = [];
    const reason = {
      rule: 'suppressed' as const,
      detail: 'key_press',
      since: '2026-11-01T00:00:00.000Z',
      by: 'Exotel',
      importName: 'Leads',
      note: null,
    };
    const { draft, jobs, quiet } = setUp(undefined, undefined, null, async (template, packed) => {
      asked.push([template, [...unpackNumbers(packed)]]);
      return {
        suppressed: template === 'sms' ? Float64Array.of() : Float64Array.of(919_845_000_002),
        suppressedBy: template === 'sms' ? Uint32Array.of() : Uint32Array.of(0),
        calledRecently: Float64Array.of(919_845_000_001),
        calledBy: Uint32Array.of(0),
        reasons: [reason],
      };
    });
    const rows = () => {
      const { value } = draft.check.state;
      return value.state === 'checked' ? value.checked.summary.rows : null;
    };
    const chosen = { variables: { Name: 1 } };
    draft.update({ ...INPUTS, chosen, screensFor: 'voice' });
    await quiet();

    expect(asked).toEqual([['voice', [919_845_000_001, 919_845_000_002]]]);
    expect(jobs).toEqual(['sniff', 'check', 'check']);
    expect(rows()).toMatchObject({ total: 3, accepted: 0, suppressed: 1, called_recently: 1, invalid: 1 });
    expect(draft.screening.value).toMatchObject({ state: 'screened', hits: { people: 2 } });

    // A person decides to call them anyway; for that nothing has to be asked of the Worker.
    draft.update({ ...INPUTS, chosen, screensFor: 'voice', override: true });
    await quiet();
    expect(rows()).toMatchObject({ accepted: 1, suppressed: 1, called_recently: 0 });
    expect(asked).toHaveLength(1);
    draft.update({ ...INPUTS, chosen, screensFor: 'voice' });
    await quiet();
    expect(rows()).toMatchObject({ accepted: 0, suppressed: 1, called_recently: 1 });

    // A press failed, and since the last answer other imports may have called these people.
    draft.update({ ...INPUTS, chosen, screensFor: 'voice', pressedAt: 1 });
    await quiet();
    expect(asked).toHaveLength(2);

    // Another template needs a new question, and the answer for the first one leaves nobody out.
    draft.update({ ...INPUTS, chosen, screensFor: 'sms' });
    await quiet();

    expect(asked).toHaveLength(3);
    expect(rows()).toMatchObject({ accepted: 1, suppressed: 0, called_recently: 1 });
  });

  it('leaves out whom the template called lately where that is wanted, without asking again', async () => {
    let asked = 0;
    const reasonFor = (detail: string) => ({
      rule: 'called_recently' as const,
      detail,
      since: '2026-11-01T00:00:00.000Z',
      by: 'asha',
      importName: 'Leads',
      note: null,
    });
    const { draft, quiet } = setUp(undefined, undefined, null, async () => {
      asked += 1;
      return {
        suppressed: Float64Array.of(),
        suppressedBy: Uint32Array.of(),
        calledRecently: Float64Array.of(919_845_000_001, 919_845_000_002),
        calledBy: Uint32Array.of(0, 1),
        reasons: [reasonFor('template'), reasonFor('imports')],
      };
    });
    const rows = () => {
      const { value } = draft.check.state;
      return value.state === 'checked' ? value.checked.summary.rows : null;
    };
    const inputs = { ...INPUTS, chosen: { variables: { Name: 1 } }, screensFor: 'voice' };
    draft.update(inputs);
    await quiet();
    expect(rows()).toMatchObject({ total: 3, accepted: 1, called_recently: 1, invalid: 1 });
    const { value: screened } = draft.screening;
    if (screened.state !== 'screened') throw new Error(`Not screened: ${screened.state}`);
    const { hits } = screened;
    expect([screened.asked, hits.already, hits.byRules().people]).toEqual([2, 1, 1]);

    // Calling only new people also leaves out people that the caps leave out; the Worker does the same.
    draft.update({ ...inputs, onlyNew: true });
    await quiet();
    expect(rows()).toMatchObject({ total: 3, accepted: 0, called_recently: 2, invalid: 1 });
    draft.update(inputs);
    await quiet();
    expect(rows()).toMatchObject({ accepted: 1, called_recently: 1 });
    draft.update({ ...inputs, override: true });
    await quiet();
    expect(rows()).toMatchObject({ accepted: 2, called_recently: 0 });
    expect(asked).toBe(1);
  });

  it('sends what the status column says as marks, and calls whom the answer tells to have another now', async () => {
    const sent: unknown[] = [];
    const reasonFor = (detail: string) => ({
      rule: 'called_recently' as const,
      detail,
      since: '2026-11-01T00:00:00.000Z',
      by: 'asha',
      importName: 'Leads',
      note: null,
    });
    const rows = 'Customer,Mobile,Stage,City\nAsha,9845000002,Won,Pune\nRavi,9845000001,new,Pune\nMeera,9845000003,,';
    const { draft, quiet } = setUp(rows, undefined, null, async (_, packed) => {
      const read = readMarked(packed);
      sent.push([[...unpackNumbers(read?.packed ?? packed)], read?.marked]);
      return {
        suppressed: Float64Array.of(),
        suppressedBy: Uint32Array.of(),
        calledRecently: Float64Array.of(919_845_000_001, 919_845_000_002),
        calledBy: Uint32Array.of(0, 1),
        reasons: [reasonFor('template'), reasonFor('changed')],
      };
    });
    const counts = () => {
      const { value } = draft.check.state;
      if (value.state !== 'checked') throw new Error(`Not checked: ${value.state}`);
      return [value.checked.summary.rows.accepted, value.checked.summary.rows.called_recently];
    };
    const inputs = { ...INPUTS, text: null, screensFor: 'voice' };
    draft.update(inputs);
    await quiet();
    const marks = Uint32Array.from(['NEW', 'won ', ''], statusMark);
    const numbers = [919_845_000_001, 919_845_000_002, 919_845_000_003];
    expect(sent).toEqual([[numbers, { heading: statusMark('stage'), marks }]]);
    expect(counts()).toEqual([3, 0]);
    const { value: screened } = draft.screening;
    if (screened.state !== 'screened') throw new Error(`Not screened: ${screened.state}`);
    const { hits, asked } = screened;
    expect([asked, hits.already, hits.changed, hits.unknown]).toEqual([3, 2, 1, 0]);
    expect(hits.earlier()).toEqual([{ reason: reasonFor('template'), people: 2, changed: 1 }]);

    draft.update({ ...inputs, onlyNew: true, unlessChanged: true });
    await quiet();
    expect(counts()).toEqual([2, 1]);
    draft.update({ ...inputs, onlyNew: true });
    await quiet();
    expect(counts()).toEqual([1, 2]);

    draft.update({ ...inputs, chosen: { status: 4 } });
    await quiet();
    draft.update({ ...inputs, chosen: { status: null } });
    await quiet();
    const cities = Uint32Array.from(['Pune', 'Pune', ''], statusMark);
    expect(sent.slice(1)).toEqual([
      [numbers, { heading: statusMark('city'), marks: cities }],
      [numbers, null],
    ]);
    expect([draft.map.value?.status, draft.choice.value?.status]).toEqual([null, null]);
  });

  it('checks as before where the Worker cannot be asked', async () => {
    const { draft, quiet } = setUp(undefined, undefined, null, async () => null);
    draft.update({ ...INPUTS, chosen: { variables: { Name: 1 } }, screensFor: 'voice' });
    await quiet();

    expect(draft.screening.value).toEqual({ state: 'failed' });
    expect(draft.check.state.value).toMatchObject({
      state: 'checked',
      checked: { summary: { rows: { accepted: 2 } } },
    });
  });
});
