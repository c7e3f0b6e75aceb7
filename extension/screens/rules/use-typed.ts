import { useSignal } from '@preact/signals';
import type { Result } from '../../../shared/result.ts';
import type { RuleFault } from './read-rule.ts';

/** What was typed into the fields of a rule, and which of them cannot be stored. */
export function useTyped<Name extends string>(start: Readonly<Record<Name, string>>) {
  const texts = useSignal(start);
  const faults = useSignal<ReadonlyMap<Name, RuleFault>>(new Map());
  return {
    texts: texts.value,
    faultOf: (name: Name): RuleFault | null => faults.value.get(name) ?? null,
    type(name: Name, text: string): void {
      texts.value = { ...texts.value, [name]: text };
      faults.value = new Map([...faults.value].filter(([other]) => other !== name));
    },
    /** Undefined if the field cannot be stored; it is then marked. */
    take<T>(name: Name, read: (text: string) => Result<T, RuleFault>): T | undefined {
      const value = read(texts.value[name]);
      if (value.ok) return value.value;
      faults.value = new Map(faults.value).set(name, value.error);
      return undefined;
    },
    /** Differs for everything that is typed. */
    key: JSON.stringify(texts.value),
  };
}
