import { listHeading, listRow } from '../../../shared/contacts/list-row.ts';
import { createNumbersFingerprint } from '../../../worker/import/record/numbers-fingerprint.ts';
import type { BoundVariable } from '../../../shared/template/text-variables.ts';
import type { EngineDeps, ListPeers } from '../../../worker/import/engine/engine-ports.ts';

/** What the engine needs for lists, made from numbers in memory: their files, and lists of earlier imports. */
export function createMemoryLists(numbers: EngineDeps['numbers'], variables: readonly BoundVariable[] = []): ListPeers {
  const known = new Map<string, { readonly sid: string; readonly name: string }>();

  function keyOf(list: Parameters<ListPeers['find']>[0]): string {
    const fingerprint = createNumbersFingerprint();
    for (const number of numbers(list)) fingerprint.add(number);
    return `${list.contacts} ${fingerprint.toHex()}`;
  }

  return {
    file: (list, omitted) => {
      const kept = Array.from(numbers(list)).filter((number) => !omitted.has(number));
      const rows = kept.map((number) => listRow(number, variables, ['', `Person ${number}`]));
      return Promise.resolve(new Blob([listHeading(variables), ...rows], { type: 'text/csv' }));
    },
    find: (list) => Promise.resolve(known.get(keyOf(list)) ?? null),
    remember: (list) => {
      if (list.sid !== null) known.set(keyOf(list), { sid: list.sid, name: list.name });
      return Promise.resolve();
    },
    release: () => Promise.resolve(true),
    forget: (sid) => {
      for (const [key, list] of known) if (list.sid === sid) known.delete(key);
      return Promise.resolve();
    },
  };
}
