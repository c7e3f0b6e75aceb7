import { describe, expect, it } from 'vitest';
import { signal } from '@preact/signals';
import type { IssueOverview } from '../../../extension/issues/thread/issue-overview.ts';
import { commitCorrections } from '../../../extension/issues/commit-corrections.ts';

const NOTHING: IssueOverview = {
  rows: { total: 1, accepted: 0, duplicate: 0, invalid: 1, blank: 0 },
  codes: { too_short: 1 },
  total: 1,
  corrected: 0,
  mended: 0,
  suggested: 0,
  suggestionsComplete: true,
  undoable: 0,
};

function setUp(corrected: number, hasChanged: boolean, file: Blob | null = new Blob(['a'])) {
  const kept: (Blob | null)[] = [];
  const session = {
    overview: signal({ ...NOTHING, corrected }),
    hasChanged: () => hasChanged,
    correctedFile: async () => file,
  };
  const settle = (isCorrected: boolean) =>
    commitCorrections({ id: 'abc', isCorrected }, session, async (one) => {
      kept.push(one);
      return 'new';
    });
  return { kept, settle };
}

describe('commitCorrections', () => {
  it('changes nothing where nothing was corrected', async () => {
    const { kept, settle } = setUp(0, false);
    expect([await settle(false), kept]).toEqual(['abc', []]);
  });

  it('sends the corrected file, and does not write it again while it is the same', async () => {
    const changed = setUp(2, true);
    expect([await changed.settle(false), changed.kept.length]).toEqual(['new', 1]);
    expect([await changed.settle(true), changed.kept.length]).toEqual(['new', 2]);
    const same = setUp(2, false);
    expect([await same.settle(true), same.kept]).toEqual(['abc', []]);
    // Corrected in another window, which was closed before it went on.
    expect([await same.settle(false), same.kept.length]).toEqual(['new', 1]);
  });

  it('sends the file that was chosen again once every correction is undone', async () => {
    const { kept, settle } = setUp(0, true);
    expect([await settle(true), kept]).toEqual(['new', [null]]);
  });

  it('says when the corrected file could not be written', async () => {
    const { kept, settle } = setUp(2, true, null);
    expect([await settle(false), kept]).toEqual([null, []]);
  });
});
