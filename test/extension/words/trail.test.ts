import { describe, expect, it } from 'vitest';
import { trail as english } from '../../../extension/words/en/trail.ts';
import { trail as hindi } from '../../../extension/words/hi/trail.ts';
import type { TrailLine } from '../../../shared/protocol/team.ts';
import { ACTS } from '../../../worker/openapi/acts.ts';

function line(change: Partial<TrailLine>): TrailLine {
  return {
    seq: 1,
    at: '2026-11-22T03:00:00Z',
    who: 'Asha',
    role: 'admin',
    from: 'extension',
    identity: null,
    what: 'import.launched',
    result: 'done',
    code: null,
    on: { kind: 'import', ref: 'k3v9x2a7', name: 'Diwali' },
    before: null,
    after: null,
    counts: null,
    note: null,
    prev: '',
    ...change,
  };
}

const BY_ITSELF = ['import.finished', 'import.stopped', 'import.expired', 'token.joined'];
const every = [...Object.values(ACTS), ...BY_ITSELF];

describe('the trail as sentences', () => {
  it('has words of its own for every act, done and refused, in both languages', () => {
    for (const what of every) {
      for (const result of ['done', 'refused'] as const) {
        for (const { sentence } of [english, hindi]) {
          const said = sentence(line({ what, result, code: 'not_allowed' }));
          expect([what, said.includes(what), said.includes('Asha')]).toEqual([what, false, true]);
        }
      }
    }
  });

  it.each<[Partial<TrailLine>, string]>([
    [{ counts: { contacts: 12_480 } }, 'Asha started the import “Diwali”, 12,480 contacts.'],
    [{ result: 'refused', code: 'not_allowed' }, 'Asha tried to start the import “Diwali”: not allowed.'],
    [{ what: 'import.finished', from: 'system', who: 'system' }, 'Dialsheet finished the import “Diwali”.'],
    [{ what: 'settings.changed', on: { kind: 'settings', ref: null, name: null } }, 'Asha changed the settings.'],
    [{ what: 'token.joined' }, 'Asha joined the team.'],
  ])('says %j', (change, said) => {
    expect(english.sentence(line(change))).toBe(said);
  });
});
