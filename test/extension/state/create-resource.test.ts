import { describe, expect, it } from 'vitest';
import type { ApiFault } from '../../../extension/api/api-fault.ts';
import { createResource } from '../../../extension/state/create-resource.ts';
import { knownAt } from '../../../extension/state/loadable.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';

const UNREACHABLE: ApiFault = { code: 'unreachable' };

/** Gives the answers of the test in order, on a clock that advances by a second with each question. */
function ask(answers: readonly Result<number, ApiFault>[]) {
  let at = 0;
  return createResource<number>(
    () => Promise.resolve(answers[at++] ?? null),
    () => at * 1_000,
  );
}

describe('what is read from the Worker', () => {
  it('is as of its last answer, however often it was asked for in vain since', async () => {
    const resource = ask([err(UNREACHABLE), ok(7), err(UNREACHABLE), err(UNREACHABLE)]);
    expect(knownAt(resource.loadable.value)).toBeNull();
    const seen = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await resource.refresh();
      seen.push([resource.loadable.value.state, knownAt(resource.loadable.value)]);
    }
    expect(seen).toEqual([
      ['fault', null],
      ['ready', 2_000],
      ['fault', 2_000],
      ['fault', 2_000],
    ]);
    expect(resource.loadable.value).toEqual({ state: 'fault', fault: UNREACHABLE, last: 7, at: 4_000, lastAt: 2_000 });
  });

  it('is as of now where another call has answered', async () => {
    const resource = ask([ok(7)]);
    await resource.refresh();
    resource.show(8);
    expect(resource.loadable.value).toEqual({ state: 'ready', value: 8, at: 1_000 });
  });
});
