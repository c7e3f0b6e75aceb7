import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAMPAIGN_SORTS, FIRST_LOOK } from '../../../extension/state/campaign-query.ts';
import { HISTORY_GROUPS } from '../../../extension/state/history-query.ts';
import { formatRoute, parseRoute } from '../../../extension/state/route.ts';
import type { KeptStep } from '../../../extension/storage/kept-import.ts';
import type { Route } from '../../../extension/state/route.ts';

const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== 'new');
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant({ screen: 'home' } as const),
  fc.constant({ screen: 'templates' } as const),
  fc
    .record({
      channel: fc.constantFrom('voice', 'sms'),
      name: fc.string({ unit: 'grapheme' }),
      status: fc.constantFrom('', 'in_progress'),
      sort: fc.constantFrom(...CAMPAIGN_SORTS),
      offset: fc.nat(10_000),
    })
    .map((look) => ({ screen: 'campaigns', look }) as const),
  fc
    .record({
      search: fc.string({ unit: 'grapheme' }),
      group: fc.constantFrom('', ...HISTORY_GROUPS),
      offset: fc.nat(10_000),
    })
    .map((look) => ({ screen: 'history', look }) as const),
  fc
    .tuple(id, fc.constantFrom('voice', 'sms'), fc.boolean())
    .map(([sid, channel, edit]) => ({ screen: 'campaign', sid, channel, edit }) as const),
  fc.nat(10_000).map((offset) => ({ screen: 'lists', offset }) as const),
  fc.constantFrom('callbacks', 'sinks', 'destinations').map((screen) => ({ screen }) as const),
  id.map((one) => ({ screen: 'destination', id: one }) as const),
  fc
    .tuple(id, fc.constantFrom<KeptStep>('file', 'columns', 'check', 'confirm'))
    .map(([one, step]) => ({ screen: 'step', id: one, step }) as const),
  id.map((one) => ({ screen: 'import', id: one }) as const),
  id.map((one) => ({ screen: 'template', id: one, copyOf: null }) as const),
  fc.option(id).map((copyOf) => ({ screen: 'template', id: null, copyOf }) as const),
);

describe('parseRoute', () => {
  it.each(['-1', '1.5', '1e9', 'many'])('starts at the first campaign when asked for number %s', (offset) => {
    expect(parseRoute(`#/campaigns?offset=${offset}&channel=fax&sort=size`)).toEqual({
      screen: 'campaigns',
      look: FIRST_LOOK,
    });
  });

  it('reads back every route that was written', () => {
    fc.assert(
      fc.property(route, (one) => {
        expect(parseRoute(formatRoute(one))).toEqual(one);
      }),
    );
  });

  it.each(['', '#', '#/', '#/nowhere', '#/check', '#/check/', '#/import/%E0%A4%A', 'rubbish'])(
    'leads %j home',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ screen: 'home' });
    },
  );
});
