import { describe, expect, it } from 'vitest';
import { stepsDone } from '../../../extension/state/first-steps.ts';
import { keptImport, working } from '../support/kept-import.ts';

const NEW = { isConnected: true, templates: 0, kept: [], imports: [] };

describe('stepsDone', () => {
  it.each([
    [{ isConnected: false }, []],
    [{}, ['connect']],
    [{ templates: 2 }, ['connect', 'template']],
    [{ templates: 1, kept: [keptImport()] }, ['connect', 'template', 'file']],
    [{ templates: 1, kept: [keptImport({ upload: working('sending') })] }, ['connect', 'template', 'file', 'start']],
    [{ templates: 1, imports: [{ state: 'checked' as const, test: false }] }, ['connect', 'template', 'file']],
    [
      { templates: 1, imports: [{ state: 'finished' as const, test: false }] },
      ['connect', 'template', 'file', 'start'],
    ],
    [{ imports: [{ state: 'running' as const, test: false }] }, ['connect', 'file', 'start']],
    [{ imports: [{ state: 'finished' as const, test: true }] }, ['connect', 'file']],
  ])('ticks by itself what %j shows to be done', (known, done) => {
    expect([...stepsDone({ ...NEW, ...known })]).toEqual(done);
  });
});
