import { describe, expect, it } from 'vitest';
import { callbackQuery, EVERYTHING } from '../../../../extension/screens/callbacks/callback-look.ts';

const ZONE = 'Asia/Kolkata';

describe('what is asked of the Worker', () => {
  it('is everything where nothing was given', () => {
    expect(callbackQuery(EVERYTHING, ZONE)).toEqual({});
  });

  it('is what was given, with times on the clocks of the zone', () => {
    const look = { number: '9845000001', kind: 'sms', status: 'busy', sink: 's1' };
    expect(callbackQuery({ ...look, from: '2026-11-24T09:00', until: '2026-11-24T21:00' }, ZONE)).toEqual({
      ...look,
      from: '2026-11-24T09:00:00+05:30',
      to: '2026-11-24T21:00:00+05:30',
    });
  });

  it('leaves out a time that is none', () => {
    expect(callbackQuery({ ...EVERYTHING, from: 'soon' }, ZONE)).toEqual({});
  });
});
