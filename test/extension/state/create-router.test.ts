import { describe, expect, it } from 'vitest';
import { createRouter } from '../../../extension/state/create-router.ts';
import { formatRoute, parseRoute } from '../../../extension/state/route.ts';
import type { Route } from '../../../extension/state/route.ts';

const EDITOR: Route = { screen: 'template', id: 't1', copyOf: null };
const HOME: Route = { screen: 'home' };

function start(unsaved: boolean) {
  const went: string[] = [];
  const replaced: string[] = [];
  let hash = formatRoute(EDITOR);
  const places = createRouter(EDITOR, {
    read: () => parseRoute(hash),
    navigate: (to) => went.push(to),
    replace: (to) => {
      hash = to;
      replaced.push(to);
    },
  });
  places.hold(unsaved);
  return { places, went, replaced, pressLink: (to: Route) => (hash = formatRoute(to)) };
}

describe('the screens', () => {
  it('follow the address while nothing would be lost', () => {
    const { places } = start(false);
    places.arrive(HOME);
    expect([places.route.value, places.leaving.value]).toEqual([HOME, null]);
  });

  it('stay where something unsaved is, until its writer leaves it', () => {
    const { places, went } = start(true);
    places.arrive(HOME);
    expect([places.route.value, places.leaving.value]).toEqual([EDITOR, HOME]);
    places.leaveAnyway();
    places.stayHere(); // the dialog closes after the person confirmed it
    expect([places.route.value, places.leaving.value, went]).toEqual([HOME, null, []]);
    places.arrive(EDITOR);
    expect(places.route.value).toEqual(EDITOR);
  });

  it('put the address back when the writer stays', () => {
    const { places, went } = start(true);
    places.arrive(HOME);
    places.stayHere();
    places.arrive({ ...EDITOR });
    expect([places.route.value, places.leaving.value, went]).toEqual([EDITOR, null, ['#/templates/t1']]);
  });

  it('let go of what was saved', () => {
    const { places } = start(true);
    places.hold(false);
    places.arrive(HOME);
    expect(places.route.value).toEqual(HOME);
  });

  it('are looked at another way, and again before the browser has told of the first', () => {
    const { places, replaced } = start(false);
    places.stay({ screen: 'template', id: 't2', copyOf: null });
    places.stay({ screen: 'template', id: 't3', copyOf: null });
    expect(replaced).toEqual(['#/templates/t2', '#/templates/t3']);
  });

  it('are not brought back by what comes late, when a link was pressed meanwhile', () => {
    const { places, replaced, pressLink } = start(false);
    pressLink(HOME);
    places.stay({ screen: 'template', id: 't2', copyOf: null });
    places.arrive(HOME);
    expect([places.route.value, replaced]).toEqual([HOME, []]);
  });
});
