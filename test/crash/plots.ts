import type { Part } from './import-actor.ts';

/** What one user of a round does. */
export interface Plot extends Pick<Part, 'oneShot' | 'ending'> {
  /** The id had an earlier life, which was deleted. */
  readonly after?: 'half received' | 'stopped';
}

/** Without waiting for calls, which takes longest. */
export const SHORT_ROUND: readonly Plot[] = [
  { oneShot: true, ending: 'stop before calling', after: 'half received' },
  { oneShot: false, ending: 'stay erased', after: 'stopped' },
];

export const ROUNDS: readonly (readonly Plot[])[] = [
  [
    { oneShot: false, ending: 'stop while calling', after: 'half received' },
    { oneShot: true, ending: 'pause and finish' },
    { oneShot: false, ending: 'stay erased', after: 'half received' },
  ],
  [
    { oneShot: true, ending: 'stop before calling', after: 'half received' },
    { oneShot: false, ending: 'pause and finish', after: 'stopped' },
    { oneShot: false, ending: 'finish' },
  ],
  [
    { oneShot: true, ending: 'stop while calling' },
    { oneShot: false, ending: 'stop before calling' },
    { oneShot: true, ending: 'finish', after: 'stopped' },
    { oneShot: false, ending: 'stay erased', after: 'stopped' },
  ],
];
