import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_NAME_CHARS, MIN_CAMPAIGN_NAME_CHARS } from '../../../shared/limits.ts';
import { campaignName, campaignToken, importToken, listName } from '../../../shared/plan/campaign-name.ts';

const lives = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_-]{3,12}$/);
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom('', '#', '#k3v9-1', '1/1 #aaaa-1', '\u202E', '\uD800', '👩‍👩‍👧'.repeat(50), ' '.repeat(5000)),
);
const campaigns = fc.record({
  importName: words,
  life: lives,
  seq: fc.integer({ min: 1, max: 1000 }),
  total: fc.integer({ min: 1, max: 1000 }),
});

describe('campaignName', () => {
  it('holds the import, the place and the token', () => {
    const name = campaignName({ importName: 'Diwali leads', life: 'k3v9x2a7', seq: 1, total: 3 });
    expect(name).toBe('Diwali leads 1/3 #k3v9x2a7-1');
  });

  it.each([
    ['', '1/1 #k3v9-1'],
    ['  Eid\tali\r\n 2026 ', 'Eid ali 2026 1/1 #k3v9-1'],
    ['Flat #12', 'Flat 12 1/1 #k3v9-1'],
    ['a\u202Ebc\u0000d', 'a bc d 1/1 #k3v9-1'],
    ['दीवाली 🪔', 'दीवाली 🪔 1/1 #k3v9-1'],
    ['🪔'.repeat(61), `${'🪔'.repeat(60)} 1/1 #k3v9-1`],
    [`${'x'.repeat(59)} y`, `${'x'.repeat(59)} 1/1 #k3v9-1`],
    ['broken \uD83E', 'broken \uFFFD 1/1 #k3v9-1'],
  ])('makes %j fit to be sent', (importName, expected) => {
    expect(campaignName({ importName, life: 'k3v9', seq: 1, total: 1 })).toBe(expected);
  });

  it('differs whenever the import or the place does, whatever the imports are called', () => {
    fc.assert(
      fc.property(campaigns, campaigns, (one, other) => {
        const same = one.life === other.life && one.seq === other.seq;
        if (!same) expect(campaignName(one)).not.toBe(campaignName(other));
      }),
    );
  });

  it('differs for ids and places that could be read into each other', () => {
    const names = [
      campaignName({ importName: 'x', life: 'aaaa-1', seq: 1, total: 1 }),
      campaignName({ importName: 'x', life: 'aaaa', seq: 1, total: 1 }),
      campaignName({ importName: 'x', life: 'aaaa', seq: 11, total: 1 }),
      campaignName({ importName: 'x #aaaa-1', life: 'bbbb', seq: 1, total: 1 }),
    ];
    expect(new Set(names).size).toBe(names.length);
  });

  it('ends in its only token, keeps to its length, and is one line of whole characters', () => {
    fc.assert(
      fc.property(campaigns, (campaign) => {
        const name = campaignName(campaign);
        const token = campaignToken(campaign.life, campaign.seq);
        expect(name.endsWith(` ${token}`)).toBe(true);
        expect(name.lastIndexOf('#')).toBe(name.indexOf('#'));
        expect(Array.from(name).length).toBeGreaterThanOrEqual(MIN_CAMPAIGN_NAME_CHARS);
        expect(Array.from(name).length).toBeLessThanOrEqual(MAX_NAME_CHARS + ' 1000/1000 '.length + token.length);
        expect(name).toBe(name.trim().replace(/\s+/gu, ' ').toWellFormed());
      }),
    );
  });
});

describe('listName', () => {
  const list = { importName: 'Diwali leads', life: 'k3v9x2a7', firstContact: 20_000, attempt: 1 };

  it('holds the import, the contact it begins with, and the upload', () => {
    expect(listName(list)).toBe('Diwali leads 20001 #k3v9x2a7-L20001.1');
    expect(listName({ ...list, importName: '#', attempt: 3 })).toBe('20001 #k3v9x2a7-L20001.3');
  });

  it('differs for every list, every upload, and from every campaign', () => {
    const place = fc.record({
      firstContact: fc.integer({ min: 0, max: 300 }),
      attempt: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 300 }), (left, right, seq) => {
        const same = left.firstContact === right.firstContact && left.attempt === right.attempt;
        expect(listName({ ...list, ...left }) === listName({ ...list, ...right })).toBe(same);
        expect(listName({ ...list, ...left }).endsWith(campaignToken(list.life, seq))).toBe(false);
        expect(listName({ ...list, ...left })).toContain(importToken(list.life));
      }),
    );
  });
});

describe('importToken', () => {
  it('begins the token of each of its campaigns and of no shorter id', () => {
    expect(campaignToken('k3v9x2a7', 12)).toBe('#k3v9x2a7-12');
    expect(campaignToken('k3v9x2a7', 12).startsWith(importToken('k3v9x2a7'))).toBe(true);
    expect(campaignToken('k3v9x2a77', 1).includes(importToken('k3v9x2a7'))).toBe(false);
  });
});
