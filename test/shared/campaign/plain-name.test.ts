import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainCampaignName, plainListName } from '../../../shared/campaign/plain-name.ts';
import { campaignName, listName } from '../../../shared/plan/campaign-name.ts';

const lives = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/), fc.constantFrom('', 'm4q8z2rt6w'))
  .map(([id, incarnation]) => (incarnation === '' ? id : `${id}-${incarnation}`));
/** Import's names in the form that campaign and list names keep, so that the remaining text can be compared. */
const importNames = fc
  .stringMatching(/^[A-Za-zआ-ह0-9/.]{0,12}( [A-Za-zआ-ह0-9/.]{1,12}){0,2}$/)
  .map((name) => name.trim());

describe('plainCampaignName', () => {
  it('keeps the words and the place of a campaign, and nothing else of its name', () => {
    fc.assert(
      fc.property(importNames, lives, fc.integer({ min: 1, max: 1000 }), (importName, life, seq) => {
        const name = campaignName({ importName, life, seq, total: 1000 });
        expect(plainCampaignName(name)).toBe(`${importName} ${seq}/1000`.trim());
      }),
    );
  });

  it.each(['', 'Diwali', 'Diwali #k3v9x2a7-1', 'Offer #1', '1/3', 'Diwali 1/3 #k3v9x2a7-1 (copy)'])(
    'leaves %j, named elsewhere, as it is',
    (name) => {
      expect(plainCampaignName(name)).toBe(name);
    },
  );
});

describe('plainListName', () => {
  it('tells the words of a list from where it begins', () => {
    fc.assert(
      fc.property(importNames, lives, fc.nat(1_000_000), (importName, life, firstContact) => {
        const name = listName({ importName, life, firstContact, attempt: 2 });
        expect(plainListName(name)).toEqual({ words: importName, firstContact: firstContact + 1 });
      }),
    );
  });

  it.each(['', 'Festival customers', 'VIP 20001', 'VIP #k3v9x2a7-L1.1', '#'.repeat(100_000)])(
    'knows none in %j, named elsewhere',
    (name) => {
      expect(plainListName(name)).toBeNull();
    },
  );
});
