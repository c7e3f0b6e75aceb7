import type { Control } from '../exotel/control/control.ts';
import type { createRandomBetween } from './seeded-random.ts';

/** One callback on its way, perhaps one of two copies. */
export interface Letter {
  /** The same for both copies, and kept in the body. */
  readonly mark: number;
  readonly url: string;
  readonly body: string;
}

export interface Storm {
  readonly letters: readonly Letter[];
  /** Numbers the letters speak of, and how each ends. */
  readonly outcomes: ReadonlyMap<string, 'completed' | 'no_answer'>;
}

type Between = ReturnType<typeof createRandomBetween>;

/** How far a callback may be overtaken. */
const REORDERED_WITHIN = 400;
/** Of a hundred, how many are sent twice. */
const DUPLICATES = 6;
const LETTERS_A_CONTACT = 3;

/**
 * Callbacks of contacts called twice, three each: both calls and the end of the schedule. They go to every campaign of
 * the stand-in by turns, out of order, some twice; about `count` in all.
 */
export function makeStorm(control: Control, count: number, between: Between): Storm {
  const bySid = new Map<string, string[]>();
  for (const [number, { sid }] of Object.entries(control.outcomes()))
    bySid.set(sid, [...(bySid.get(sid) ?? []), number]);
  const { creates } = control.ledger();
  const contacts = Math.floor(count / (1 + DUPLICATES / 100) / LETTERS_A_CONTACT);
  const outcomes = new Map<string, 'completed' | 'no_answer'>();
  const letters: Letter[] = [];
  let mark = 0;
  for (let contact = 0; contact < contacts; contact += 1) {
    const campaign = creates[contact % creates.length];
    const number = campaign === undefined ? undefined : bySid.get(campaign.sid)?.[Math.floor(contact / creates.length)];
    if (campaign === undefined || number === undefined) throw new Error('More callbacks than contacts');
    const end = contact % 2 === 0 ? 'completed' : 'no-answer';
    outcomes.set(number, end === 'completed' ? 'completed' : 'no_answer');
    for (const [url, fields] of lettersOf(campaign, number, contact, end)) {
      const letter = { mark, url, body: JSON.stringify({ ...fields, mark }) };
      letters.push(letter);
      if (between(1, 100) <= DUPLICATES) letters.push(letter);
      mark += 1;
    }
  }
  const order = letters.map((letter, place) => ({ letter, at: place + between(0, REORDERED_WITHIN) }));
  return { letters: order.sort((a, b) => a.at - b.at).map(({ letter }) => letter), outcomes };
}

type Campaign = ReturnType<Control['ledger']>['creates'][number];

function lettersOf(campaign: Campaign, number: string, contact: number, end: string): [string, object][] {
  const { sid: campaign_sid, callerId, callStatusCallback, callScheduleCallback } = campaign;
  const calls = [
    { call_sid: `first-${contact}`, status: 'busy' },
    { call_sid: `second-${contact}`, status: end },
  ];
  const at = (minutes: number) => `2026-01-05T10:${String(minutes).padStart(2, '0')}:00+05:30`;
  return [
    ...calls.map((call, index): [string, object] => [
      callStatusCallback ?? '',
      { campaign_sid, ...call, date_created: at(index * 5), date_updated: at(index * 5 + 1), number },
    ]),
    [
      callScheduleCallback ?? '',
      {
        campaign_sid,
        to: number,
        from: callerId,
        date_created: at(0),
        date_updcated: at(6),
        call_sids: calls,
        status: end,
      },
    ],
  ];
}
