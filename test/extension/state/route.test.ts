import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute } from '../../../extension/state/route.ts';
import type { Route } from '../../../extension/state/route.ts';

const id = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => text !== 'new');
const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constant({ screen: 'home' } as const),
  fc.constant({ screen: 'templates' } as const),
  id.map((one) => ({ screen: 'check', id: one }) as const),
  id.map((one) => ({ screen: 'import', id: one }) as const),
  id.map((one) => ({ screen: 'template', id: one, copyOf: null }) as const),
  fc.option(id).map((copyOf) => ({ screen: 'template', id: null, copyOf }) as const),
);

describe('parseRoute', () => {
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
