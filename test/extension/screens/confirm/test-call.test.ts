import { describe, expect, it } from 'vitest';
import { callStanding, isOver, ringsAt } from '../../../../extension/screens/confirm/test-call/call-standing.ts';
import { askedCall } from '../../../../extension/screens/confirm/test-call/asked-call.ts';
import { testCallSchema } from '../../../../shared/people/test-call.ts';
import { noOutcomes, OUTCOMES } from '../../../../shared/protocol/outcomes.ts';
import { campaignView, importView } from '../../support/wire.ts';

const MINE = '98765 43210';

describe('a test call that is asked for', () => {
  it('takes what is said of the person shown, each value once, and nothing else of their row', () => {
    const parts = [
      { kind: 'text', text: 'Hello ' },
      { kind: 'variable', name: 'Name', value: 'Asha' },
      { kind: 'variable', name: 'Due', value: 'two thousand rupees' },
      { kind: 'variable', name: 'Name', value: 'Asha' },
    ] as const;
    const asked = askedCall('t1', 'Leads', MINE, { parts });
    expect(asked).toEqual({
      template: 't1',
      name: 'Leads',
      number: MINE,
      headings: ['Name', 'Due'],
      row: ['Asha', 'two thousand rupees'],
      columns: { variables: { Name: 1, Due: 2 } },
    });
    expect(testCallSchema.safeParse(asked).success).toBe(true);
  });

  it('is the number alone where the text says nothing of anybody', () => {
    const asked = { template: 't1', name: 'Leads', number: MINE };
    expect(askedCall('t1', 'Leads', MINE, null)).toEqual(asked);
    expect(askedCall('t1', 'Leads', MINE, { parts: [{ kind: 'text', text: 'Hello' }] })).toEqual(asked);
  });
});

describe('what is said of a test call', () => {
  const made = campaignView({ sid: 'c1', contacts: 1 });
  const unmade = campaignView({ sid: null, contacts: 1 });
  const queued = { ...noOutcomes(), queued: 1 };

  it.each(OUTCOMES.filter((outcome) => outcome !== 'queued'))(
    'is that it ended as %s, whatever its state',
    (outcome) => {
      for (const state of ['running', 'finished', 'needs_attention', 'stopped'] as const) {
        const contacts = { ...noOutcomes(), [outcome]: 1 };
        expect(callStanding(importView({ state, contacts, campaigns: [made] }))).toBe(outcome);
      }
    },
  );

  it.each([
    ['launching', unmade, 'sending'],
    ['launching', made, 'queued'],
    ['running', made, 'queued'],
    ['needs_attention', unmade, 'held'],
    ['paused', made, 'held'],
    ['stopping', made, 'ended_unrung'],
    ['stopped', unmade, 'ended_unrung'],
  ] as const)('while it is %s and nobody was rung is no more than is known', (state, campaign, said) => {
    expect(callStanding(importView({ state, contacts: queued, campaigns: [campaign] }))).toBe(said);
  });

  it('is when it rings, where somebody knows', () => {
    expect(ringsAt({ campaigns: [made] })).toBe(Date.parse(made.sendAt ?? ''));
    expect(ringsAt({ campaigns: [campaignView({ sendAt: null })] })).toBeNull();
    expect(ringsAt({ campaigns: [] })).toBeNull();
  });

  it('is its last word once it is finished or stopped', () => {
    const over = (['launching', 'running', 'paused', 'needs_attention', 'finished', 'stopped'] as const).filter(
      (state) => isOver({ state }),
    );
    expect(over).toEqual(['finished', 'stopped']);
  });
});
