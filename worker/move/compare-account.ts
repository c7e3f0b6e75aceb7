import type { AccountFile, AccountImported } from '../../shared/protocol/account-file.ts';

interface Compared<T> {
  readonly added: readonly T[];
  readonly changed: readonly T[];
  readonly same: number;
}

export interface AccountChange {
  readonly templates: Compared<AccountFile['templates'][number]>;
  readonly sinks: Compared<AccountFile['sinks'][number]>;
  readonly destinations: Compared<AccountFile['destinations'][number]>;
  readonly settings: 'same' | 'changed';
  /** Templates whose flow is in the account that the file came from, not in this one. */
  readonly otherAccount: readonly string[];
}

/**
 * What taking in the file would change here. Both sides come from one schema, so that equal things have equal texts.
 */
export function compareAccount(file: AccountFile, here: AccountFile): AccountChange {
  return {
    templates: compared(file.templates, here.templates),
    sinks: compared(file.sinks, here.sinks),
    destinations: compared(file.destinations, here.destinations),
    settings: isEqual(file.settings, here.settings) ? 'same' : 'changed',
    otherAccount:
      file.accountSid === here.accountSid
        ? []
        : file.templates
            .filter((each) => JSON.stringify(each).includes(`/${file.accountSid}/`))
            .map(({ name }) => name),
  };
}

function compared<T extends { readonly id: string }>(file: readonly T[], here: readonly T[]): Compared<T> {
  const known = new Map(here.map((each) => [each.id, each]));
  const added = file.filter(({ id }) => !known.has(id));
  const changed = file.filter((each) => known.has(each.id) && !isEqual(each, known.get(each.id)));
  return { added, changed, same: file.length - added.length - changed.length };
}

function isEqual(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function countsOf<T>({ added, changed, same }: Compared<T>): AccountImported['templates'] {
  return { added: added.length, same, changed: changed.length };
}
