import { expect, it } from 'vitest';
import { attentionTone } from '../../../../../extension/screens/watch/actions/attention-tone.ts';

it('is amber for what goes on by itself, red for what somebody loses by, waits for a decision, or is not known', () => {
  const heard = { story: 'heard_changed', seq: 1 } as const;
  const gone = { story: 'deleted_elsewhere', seq: 1, before: true } as const;

  expect([
    attentionTone({ facts: heard, choices: [] }),
    attentionTone({ facts: { story: 'list_slow', list: 'L1', minutes: 4 }, choices: [] }),
    attentionTone({ facts: heard, choices: ['give_up'] }),
    attentionTone({ facts: gone, choices: [] }),
    attentionTone({ facts: null, choices: [] }),
  ]).toEqual(['warn', 'warn', 'danger', 'danger', 'danger']);
});
