import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSameName } from '../../../shared/campaign/same-name.ts';
import { campaignName, listName } from '../../../shared/plan/campaign-name.ts';

const OURS = 'Asha & Ravi ☎ 1/3 #k3v9x2a7-m4q8z2rt6w-1';
const LIST = 'Asha & Ravi ☎ 1 #k3v9x2a7-m4q8z2rt6w-L1.2';

describe('a name that Exotel shows', () => {
  it.each([
    OURS,
    `${OURS} `,
    ` ${OURS}\n`,
    OURS.replace('&', '&amp;'),
    OURS.replace('☎', '?'),
    OURS.replace('☎ ', ''),
    OURS.replaceAll(' ', ''),
    '#k3v9x2a7-m4q8z2rt6w-1',
  ])('is the one we gave, as %j', (shown) => {
    expect(isSameName(OURS, shown)).toBe(true);
  });

  it.each([
    '',
    'Asha & Ravi ☎ 1/3',
    `Copy of ${OURS}`,
    `${OURS} (2)`,
    `${OURS}0`,
    OURS.replace('#k3v9x2a7', '#K3V9X2A7'),
    OURS.replace('6w-1', '6w-2'),
    OURS.replace('m4q8z2rt6w', 'm4q8z2rt6x'),
    LIST,
  ])('is another campaign, as %j', (shown) => {
    expect(isSameName(OURS, shown)).toBe(false);
  });

  it('is the list of that upload alone', () => {
    expect(isSameName(LIST, ` ${LIST.replace('&', '&amp;')} `)).toBe(true);
    for (const other of [LIST.replace('.2', '.1'), LIST.replace('L1', 'L20001'), `Copy of ${LIST}`, OURS])
      expect(isSameName(LIST, other)).toBe(false);
  });

  it('is compared letter for letter where it is none of ours', () => {
    expect(isSameName('Diwali', 'Diwali')).toBe(true);
    expect(isSameName('Diwali', 'Diwali ')).toBe(false);
  });

  it('never takes one part of an import, or one list, for another', () => {
    const part = fc.record({ importName: fc.string(), seq: fc.integer({ min: 1, max: 1_000 }) });
    fc.assert(
      fc.property(part, part, (left, right) => {
        const life = 'k3v9x2a7-m4q8z2rt6w';
        const [one, two] = [left, right].map((each) => campaignName({ ...each, life, total: 1_000 }));
        const lists = [left, right].map(({ importName, seq }) =>
          listName({ importName, life, firstContact: seq, attempt: 1 }),
        );
        expect(isSameName(one ?? '', two ?? '') && left.seq !== right.seq).toBe(false);
        expect(isSameName(lists[0] ?? '', lists[1] ?? '') && left.seq !== right.seq).toBe(false);
        expect(isSameName(one ?? '', lists[0] ?? '')).toBe(false);
      }),
    );
  });
});
