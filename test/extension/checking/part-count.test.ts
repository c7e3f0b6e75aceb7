import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import { runJob } from '../../../extension/checking/run-job.ts';
import { fewestParts } from '../../../extension/screens/templates/fewest-parts.ts';

const LONG = 'x'.repeat(160);

/** Three people (a short name, a name that makes a second part, one in Devanagari), and a row that is left out. */
const FILE = new Blob([`Name,Mobile\nAsha,9845000001\n${LONG},9845000002\nआशा,9845000003\n${LONG},98450`]);

async function parts(text: string, isMessage = true, columns?: ColumnChoice) {
  const settings = { country: 'IN', text, ...(columns && { columns }) };
  const done = await runJob({ job: 'check', file: FILE, settings, isMessage, gathers: false }, () => {});
  return done.type === 'checked' ? done.checked.parts : done;
}

describe('parts of messages', () => {
  it('are counted with everybody’s own values, and of nobody who is left out', async () => {
    expect(await parts('Dear @@Name')).toBe(1 + 2 + 1);
    expect(await parts(`@@Name ${'x'.repeat(70)}`)).toBe(1 + 2 + 2);
    expect(await parts('The same for all')).toBe(3);
    expect(await parts(LONG.repeat(2))).toBe(3 * 3);
  });

  it('are counted from the column that was chosen, and with what is said instead of nothing', async () => {
    expect(await parts('Dear @@Person', true, { variables: { Person: 1 } })).toBe(1 + 2 + 1);
    const file = new Blob([`Name,Mobile\n,9845000001\nAsha,9845000002`]);
    const settings = { country: 'IN', text: '@@Name', columns: { fallbacks: { Name: `${LONG}x` } } };
    const done = await runJob({ job: 'check', file, settings, isMessage: true, gathers: false }, () => {});
    expect(done.type === 'checked' ? done.checked.parts : done).toBe(2 + 1);
  });

  it('are not counted of calls', async () => {
    expect(await parts('Dear @@Name', false)).toBeNull();
  });

  it('are said to be at least so many before there is a file', () => {
    expect(fewestParts('The same for all')).toEqual({ parts: 1, isExact: true });
    expect(fewestParts(`${'x'.repeat(155)} @@Name`)).toEqual({ parts: 1, isExact: false });
    expect(fewestParts('@@Name')).toEqual({ parts: 1, isExact: false });
  });
});
