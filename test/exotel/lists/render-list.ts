import type { Call } from '../dialler/call.ts';
import { toIst } from '../campaigns/ist-time.ts';
import { contactSid } from './contact-book.ts';
import type { Contact } from './contact-book.ts';
import { CELL_END } from './contact-list.ts';
import type { ContactList } from './contact-list.ts';
import { STATIC_COLUMNS } from './take-in.ts';

/** A list as Exotel's calls show it. Only `sid` and `name` are shown in any source; the other keys are guesses. */
export function renderList(list: ContactList, { account }: Pick<Call, 'account'>): Readonly<Record<string, unknown>> {
  return {
    sid: list.sid,
    name: list.name,
    tag: list.tag,
    account_sid: account.identity.sid,
    contact_count: list.entries.numbers.length,
    date_created: toIst(list.createdAt),
    date_updated: toIst(list.updatedAt),
  };
}

export function renderContact(contact: Contact, accountSid: string): Readonly<Record<string, unknown>> {
  return {
    sid: contact.sid,
    account_sid: accountSid,
    number: contact.number,
    ...contact.fields,
    date_created: toIst(contact.createdAt),
    date_updated: toIst(contact.updatedAt),
  };
}

/** One contact of a list, with fields from its own row or from the address book. */
export function renderMember(list: ContactList, place: number, { account }: Pick<Call, 'account'>): unknown {
  const number = list.entries.numbers[place] ?? '';
  const sid = contactSid(account.seed, number);
  const known = account.book.contacts.get(sid);
  const detail = list.entries.details[place] ?? '';
  const cells = detail === '' ? [] : detail.split(CELL_END);
  const columns = list.type === 'dynamic' ? list.headers : STATIC_COLUMNS;
  const fields = Object.fromEntries(columns.map((name, column) => [name, cells[column] ?? '']));
  return { sid, list_id: list.sid, ...fields, ...known?.fields, number };
}
