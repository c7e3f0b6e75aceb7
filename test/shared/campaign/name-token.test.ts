import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCampaignToken, readListToken } from '../../../shared/campaign/name-token.ts';
import { campaignName, listName } from '../../../shared/plan/campaign-name.ts';

/** An import's id without an incarnation, as version 0.2 named campaigns, or with one. */
const lives = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/), fc.constantFrom('', 'm4q8z2rt6w'))
  .map(([id, incarnation]) => (incarnation === '' ? id : `${id}-${incarnation}`));

describe('the life of an import in a name', () => {
  it('is the one that made the campaign, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string(), lives, fc.integer({ min: 1, max: 1000 }), (importName, life, seq) => {
        expect(readCampaignToken(campaignName({ importName, life, seq, total: 1000 }))).toEqual({ life, seq });
      }),
    );
  });

  it('is the one that uploaded the list', () => {
    fc.assert(
      fc.property(fc.string(), lives, fc.nat(1_000_000), (importName, life, firstContact) => {
        const name = listName({ importName, life, firstContact, attempt: 2 });
        expect(readListToken(name)).toEqual({ life });
        expect(readCampaignToken(name)).toBeNull();
      }),
    );
  });

  it.each([
    '',
    'Diwali',
    '#ab-1',
    'Diwali #k3v9x2a7-0',
    'Diwali #k3v9x2a7-1 (copy)',
    'Diwali #k3v9 x2a7-1',
    '#'.repeat(1_000_000),
  ])('is none in %s', (name) => {
    expect(readCampaignToken(name)).toBeNull();
    expect(readListToken(name)).toBeNull();
  });
});
