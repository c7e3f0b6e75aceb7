import { describe, expect, it } from 'vitest';
import { createVirtualClock } from './virtual-clock.ts';

describe('createVirtualClock', () => {
  it('runs at its speed, changes it without a jump, and goes on from where it is moved', () => {
    let real = 1_000;
    const clock = createVirtualClock({ now: () => real }, 50_000, 10);
    const seen: number[] = [];
    real += 100;
    seen.push(clock.now());
    clock.setSpeed(2);
    seen.push(clock.now());
    real += 100;
    seen.push(clock.now(), clock.realMsUntil(51_300), clock.realMsUntil(0));
    clock.moveTo(90_000);
    real += 1;
    seen.push(clock.now());
    expect(seen).toEqual([51_000, 51_000, 51_200, 50, 0, 90_002]);
  });
});
