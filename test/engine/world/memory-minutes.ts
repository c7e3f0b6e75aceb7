import { nextSlot, type Slot } from '../../../shared/plan/next-slot.ts';
import type { MinutesPeer } from '../../../worker/import/engine/engine-ports.ts';

/** The account's minutes without storage, for the campaigns of a single import. */
export function createMemoryMinutes(planned: readonly { readonly seq: number; readonly slot: Slot }[]): MinutesPeer {
  const slots = new Map(planned.map(({ seq, slot }) => [seq, slot]));
  return {
    promise: async (seq, rules, wish) => {
      const others = [...slots].filter(([other]) => other !== seq).map(([, slot]) => slot);
      const promised = others.map(({ sendAt, doneAt, pace }) => ({ from: sendAt, until: doneAt, perMinute: pace }));
      const slot = nextSlot(rules, { ...wish, promised });
      if (slot.ok) slots.set(seq, slot.value);
      return slot;
    },
    release: async (seq) => void slots.delete(seq),
  };
}
