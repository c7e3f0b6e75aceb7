import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCampaignToken, readListToken } from '../../../shared/campaign/name-token.ts';
import { campaignName, listName } from '../../../shared/plan/campaign-name.ts';

const importId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,63}$/);

describe('the import in a name', () => {
  it('is the one that made the campaign, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string(), importId, fc.integer({ min: 1, max: 1000 }), (importName, id, seq) => {
        expect(readCampaignToken(campaignName({ importName, importId: id, seq, total: 1000 }))).toEqual({ id, seq });
      }),
    );
  });

  it('is the one that uploaded the list', () => {
    fc.assert(
      fc.property(fc.string(), importId, fc.nat(1_000_000), (importName, id, firstContact) => {
        const name = listName({ importName, importId: id, firstContact, attempt: 2 });
        expect(readListToken(name)).toEqual({ id });
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
