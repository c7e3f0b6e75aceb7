import { runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { unpackNumbers } from '../../../shared/people/packed-numbers.ts';
import { requireConfig } from '../../../worker/config.ts';
import { mobile } from './contacts.ts';

export const peopleRoom = () => env.PEOPLE.getByName(requireConfig(env).EXOTEL_ACCOUNT_SID);

/** A report with one person for each stage, and the stages under this heading. */
export function stageFile(stages: readonly string[], heading = 'Stage'): string {
  const rows = stages.map((stage, at) => `Person ${at},${mobile(at)},"${stage}"`);
  return [`Name,Phone,${heading}`, ...rows, ''].join('\n');
}

/** Records that everybody of every launch so far was called once, a moment ago. */
export function callAll(): Promise<void> {
  return runInDurableObject(peopleRoom(), (object) => {
    const { ledger } = object['stores'];
    for (const { life } of ledger.claims()) {
      for (const { seq, numbers, made } of ledger.campaignsOf(life, 0)) {
        if (made !== null) continue;
        const calls = Array.from(unpackNumbers(numbers), (number) => ({ number, attempts: 1, lastAt: Date.now() }));
        object.settle(life, seq, calls);
      }
    }
  });
}
