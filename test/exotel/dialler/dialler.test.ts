import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCampaign } from '../campaigns/campaign.ts';
import type { Campaign, CampaignSpec } from '../campaigns/campaign.ts';
import { createDialler } from './dialler.ts';
import type { Dialler } from './dialler.ts';
import { mobiles } from './exotel-caller.ts';
import type { Dial } from '../control/ledger.ts';
import { createOutcomeScript } from './outcome-script.ts';
import type { ScriptChange } from './outcome-script.ts';
import { applySettings, defaultSettings } from '../control/settings.ts';
import type { SettingsChange } from '../control/settings.ts';

const MINUTE = 60_000;
const NO_RETRY = { number_of_retries: 0, interval_mins: 1, mechanism: 'Linear', on_status: [] } as const;

function makeSpec(overrides: Partial<CampaignSpec> = {}): CampaignSpec {
  const numbers = overrides.numbers ?? mobiles(3);
  return {
    name: 'Diwali leads',
    callerId: '08088919888',
    audience: { kind: 'from', from: numbers },
    numbers,
    flow: { kind: 'url', url: 'http://my.exotel.com/a/exoml/start_voice/1' },
    retries: NO_RETRY,
    sendAt: 0,
    endAt: 600 * MINUTE,
    aheadMs: 0,
    mode: 'auto',
    throttle: null,
    callDuplicates: false,
    statusCallback: null,
    callStatusCallback: null,
    callScheduleCallback: null,
    customField: null,
    ...overrides,
  };
}

type Bench = {
  readonly dialler: Dialler;
  readonly dials: Dial[];
  readonly done: string[];
  readonly add: (spec: CampaignSpec) => Campaign;
};

function makeBench(script: ScriptChange = {}, change: SettingsChange = {}): Bench {
  const settings = defaultSettings();
  applySettings(settings, change);
  const dials: Dial[] = [];
  const done: string[] = [];
  const dialler = createDialler(settings, createOutcomeScript(7, script), {
    onDial: (dial) => dials.push(dial),
    onCallEnd: () => undefined,
    onNumberDone: (campaign, numberIndex) => done.push(`${campaign.ordinal} ${numberIndex}`),
    onStart: () => undefined,
    onFinish: () => undefined,
  });
  let ordinal = 0;
  const add = (spec: CampaignSpec): Campaign => {
    ordinal += 1;
    const campaign = createCampaign({ ordinal, id: `c${ordinal}`, createdAt: 0, createdAtReal: 0, spec }, () => 0);
    dialler.schedule(campaign);
    return campaign;
  };
  return { dialler, dials, done, add };
}

const BUSY: ScriptChange = { mix: { busy: 1 } };
const minutes = (dials: readonly Dial[]): number[] => dials.map(({ at }) => Math.floor(at / MINUTE));

describe('createDialler', () => {
  it('spaces calls at the account calls per minute', () => {
    const { dialler, dials, add } = makeBench({}, { callsPerMinute: 120 });
    add(makeSpec({ numbers: mobiles(5) }));
    dialler.advance(MINUTE, 1_000);
    expect(dials.map(({ at }) => at)).toEqual([0, 500, 1_000, 1_500, 2_000]);
  });

  it('lets running campaigns take turns', () => {
    const { dialler, dials, add } = makeBench();
    add(makeSpec());
    add(makeSpec());
    dialler.advance(MINUTE, 1_000);
    expect(dials.map(({ campaign }) => campaign.id)).toEqual(['c1', 'c2', 'c1', 'c2', 'c1', 'c2']);
  });

  it('holds a campaign to its own throttle and gives the rest to the others', () => {
    const { dialler, dials, add } = makeBench({ mix: { completed: 1 } });
    add(makeSpec({ numbers: mobiles(100), mode: 'custom', throttle: 6 }));
    add(makeSpec({ numbers: mobiles(100) }));
    dialler.advance(MINUTE - 1, 10_000);
    const slow = dials.filter(({ campaign }) => campaign.id === 'c1');
    expect([slow.length, dials.length]).toEqual([6, 60]);
  });

  it.each([
    ['Linear', [0, 10, 20, 30]],
    ['Exponential', [0, 10, 30, 70]],
  ] as const)('retries busy numbers with %s waits', (mechanism, expected) => {
    const { dialler, dials, add } = makeBench({
      script: Object.fromEntries(mobiles(1).map((n) => [n, [{ result: 'busy', seconds: 0 }]])),
    });
    const retries = { number_of_retries: 3, interval_mins: 10, mechanism, on_status: ['busy'] } as const;
    add(makeSpec({ numbers: mobiles(1), retries }));
    dialler.advance(600 * MINUTE, 1_000);
    expect(minutes(dials)).toEqual(expected);
  });

  it('retries only the statuses it was told', () => {
    const { dialler, dials, add } = makeBench(BUSY);
    add(
      makeSpec({
        retries: { number_of_retries: 3, interval_mins: 1, mechanism: 'Linear', on_status: ['no-answer', 'failed'] },
      }),
    );
    dialler.advance(600 * MINUTE, 1_000);
    expect(dials).toHaveLength(3);
  });

  it.each(['dnd', 'invalid'] as const)(
    'never rings or retries a number that is %s, and fails a campaign of only those',
    (result) => {
      const { dialler, dials, add } = makeBench({ mix: { [result]: 1 } });
      const on_status = ['busy', 'no-answer', 'failed'] as const;
      const campaign = add(
        makeSpec({ retries: { number_of_retries: 3, interval_mins: 1, mechanism: 'Linear', on_status } }),
      );
      dialler.advance(600 * MINUTE, 1_000);
      expect(dials.map(({ call }) => call)).toEqual([null, null, null]);
      expect([campaign.status, campaign.calls.endedBy(Number.POSITIVE_INFINITY).length]).toEqual(['failed', 0]);
    },
  );

  it('dials nobody from end_at on, lets running calls finish, and completes', () => {
    const { dialler, dials, add, done } = makeBench({ mix: { completed: 1 } });
    const campaign = add(makeSpec({ numbers: mobiles(100), endAt: MINUTE / 2 }));
    dialler.advance(MINUTE / 2, 10_000);
    expect([dials.length, campaign.status]).toEqual([30, 'in-progress']);
    dialler.advance(600 * MINUTE, 10_000);
    expect([dials.length, done.length, campaign.status]).toEqual([30, 30, 'completed']);
    expect(campaign.counters.read(600 * MINUTE)).toMatchObject({ completed: 30, 'failed-no-attempt': 70, created: 0 });
  });

  it('does not wait for a retry that would come after end_at', () => {
    const { dialler, add } = makeBench(BUSY);
    const campaign = add(
      makeSpec({
        endAt: 5 * MINUTE,
        retries: { number_of_retries: 1, interval_mins: 10, mechanism: 'Linear', on_status: ['busy'] },
      }),
    );
    dialler.advance(MINUTE, 1_000);
    expect(campaign.status).toBe('completed');
  });

  it('fails a campaign whose end comes before any call', () => {
    const { dialler, add } = makeBench({}, { callsPerMinute: 0.1 });
    add(makeSpec({ numbers: mobiles(1) }));
    const late = add(makeSpec({ endAt: MINUTE }));
    dialler.advance(600 * MINUTE, 1_000);
    expect(late.status).toBe('failed');
  });

  it('ends with every number in one place whatever happens on the way', () => {
    const doing = fc.record({ at: fc.integer({ min: 0, max: 90 }), pause: fc.boolean(), which: fc.nat(2) });
    const campaign = fc.record({
      size: fc.integer({ min: 1, max: 60 }),
      sendAt: fc.integer({ min: 0, max: 30 }),
      lasts: fc.integer({ min: 1, max: 40 }),
      retries: fc.integer({ min: 0, max: 3 }),
      throttle: fc.option(fc.integer({ min: 1, max: 59 })),
    });
    const short = { size: 1, sendAt: 0, lasts: 1, retries: 0, throttle: null };
    const long = { size: 12, sendAt: 29, lasts: 5, retries: 1, throttle: 3 };
    const pausedWhileTheLastCallRings = [{ at: 34, pause: true, which: 1 }];
    fc.assert(
      fc.property(fc.array(campaign, { minLength: 1, maxLength: 3 }), fc.array(doing), (campaigns, doings) => {
        const { dialler, dials, done, add } = makeBench();
        const on_status = ['busy', 'no-answer', 'failed'] as const;
        const made = campaigns.map(({ size, sendAt, lasts, retries, throttle }) =>
          add(
            makeSpec({
              numbers: mobiles(size),
              sendAt: sendAt * MINUTE,
              endAt: (sendAt + lasts) * MINUTE,
              retries: { number_of_retries: retries, interval_mins: 2, mechanism: 'Exponential', on_status },
              mode: throttle === null ? 'auto' : 'custom',
              throttle,
            }),
          ),
        );
        for (const { at, pause, which } of doings.toSorted((a, b) => a.at - b.at)) {
          dialler.advance(at * MINUTE, 100_000);
          const target = made[which];
          if (target === undefined) continue;
          if (pause && target.status === 'in-progress') dialler.pause(target, at * MINUTE);
          else if (!pause && target.status === 'paused') dialler.goOn(target, at * MINUTE);
        }
        dialler.advance(1_000 * MINUTE, 1_000_000);
        expect(dialler.isBusy()).toBe(false);
        expect(new Set(done).size).toBe(done.length);
        for (const { spec, counters, states, ordinal } of made) {
          const counts = counters.read(1_000 * MINUTE);
          const final =
            counts.completed + counts.failed + counts['failed-dnd'] + counts.invalid + counts['failed-no-attempt'];
          expect(final).toBe(spec.numbers.length);
          expect(counts['in-progress'] + counts.retry + counts.retrying + counts.created + counts.call_inprogress).toBe(
            0,
          );
          expect(states.every((state) => state >= 3)).toBe(true);
          const own = dials.filter(({ campaign }) => campaign.ordinal === ordinal);
          expect(own.every(({ at }) => at >= spec.sendAt && at < spec.endAt)).toBe(true);
          expect(new Set(own.map(({ numberIndex, attempt }) => `${numberIndex} ${attempt}`)).size).toBe(own.length);
          expect(own.every(({ attempt }) => attempt <= 1 + (spec.retries?.number_of_retries ?? 0))).toBe(true);
        }
        const gaps = dials.slice(1).map(({ at }, n) => at - (dials[n]?.at ?? 0));
        expect(gaps.every((gap) => gap >= 1_000 - 1e-6)).toBe(true);
      }),
      { numRuns: 300, examples: [[[short, long, short], pausedWhileTheLastCallRings]] },
    );
  });
});
