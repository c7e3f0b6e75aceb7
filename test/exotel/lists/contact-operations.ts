import { z } from 'zod';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { head } from '../dialler/call.ts';
import type { Call, Handler } from '../dialler/call.ts';
import { invalid } from '../campaigns/check-flow.ts';
import { succeed } from '../http/envelope.ts';
import type { Item } from '../http/envelope.ts';
import type { CONTACT_OPERATIONS } from '../http/operation-names.ts';
import { readPage } from '../http/page-query.ts';
import { readNumber } from '../campaigns/phone.ts';
import { readJson, readValue, readWrapped } from '../http/read-json.ts';
import type { Refusal } from '../http/refusal.ts';
import { contactSid } from './contact-book.ts';
import type { Contact } from './contact-book.ts';
import { renderContact } from './render-list.ts';

const MAX_BULK = 5_000;
const MAX_PAGE = 20;
const text = z.string().nullish();
/** Exotel's table calls the open field `custom`, its sample `custom_field`: both are accepted. */
const wireContact = z.object({
  sid: text,
  number: text,
  first_name: text,
  last_name: text,
  company_name: text,
  email: text,
  tag: text,
  custom: z.record(z.string(), z.unknown()).nullish(),
  custom_field: z.record(z.string(), z.unknown()).nullish(),
});
type WireContact = z.infer<typeof wireContact>;

/** The address book. An item with a number that is there already fails, but its answer still has the contact's sid. */
export const CONTACT_HANDLERS: Record<(typeof CONTACT_OPERATIONS)[number], Handler> = {
  contact_create: (call) => bulk(call, 'POST', (wire) => create(call, wire)),
  contact_update_many: (call) => bulk(call, 'PUT', (wire) => change(call, wire.sid ?? '', wire)),

  contact_update: (call) => {
    const wire = readJson(call.body, wireContact);
    if (!wire.ok) return wire;
    const changed = change(call, call.id, wire.value);
    if (changed.refusal !== undefined) return err(changed.refusal);
    return ok(succeed({ ...head(call, 'PUT'), items: [changed] }));
  },

  contact_get: (call) => {
    const contact = find(call);
    return contact.ok ? one(call, 'GET', contact.value) : contact;
  },

  contact_list: (call) => {
    const page = readPage(call.query);
    if (!page.ok) return page;
    const { offset, limit } = page.value;
    if (limit > MAX_PAGE) return invalid(`limit must be at most ${MAX_PAGE}`);
    const all = [...call.account.book.contacts.values()];
    const shown = all.slice(offset, offset + limit);
    const metadata = { count: shown.length, offset, total: all.length, limit };
    const items = shown.map((contact) => ({ data: renderContact(contact, call.account.identity.sid) }));
    return ok(succeed({ ...head(call, 'GET'), metadata, items }));
  },

  contact_delete: (call) => {
    const contact = find(call);
    if (!contact.ok) return contact;
    call.account.book.contacts.delete(contact.value.sid);
    return one(call, 'DELETE', contact.value);
  },
};

function bulk(call: Call, method: string, each: (wire: WireContact) => Item): ReturnType<Handler> {
  const members = readWrapped(call.body, 'contacts', MAX_BULK);
  if (!members.ok) return members;
  const items: Item[] = [];
  for (const member of members.value) {
    const wire = readValue(member, wireContact, 'contacts');
    if (!wire.ok) return wire;
    items.push(each(wire.value));
  }
  return ok(succeed({ ...head(call, method), status: 207, items }));
}

function create({ account, now }: Call, wire: WireContact): Item {
  if (wire.number == null) return failed('mandatory', 'number is mandatory');
  const number = readNumber(wire.number);
  if (number === null) return failed('invalid', `Invalid number ${wire.number}`);
  const sid = contactSid(account.seed, number);
  const known = account.book.contacts.get(sid);
  if (known !== undefined) {
    const refusal: Refusal = { code: 'duplicate', description: `Contact ${number} already exists` };
    return { data: renderContact(known, account.identity.sid), refusal };
  }
  const contact: Contact = { sid, number, createdAt: now, updatedAt: now, fields: fieldsOf(wire) };
  account.book.contacts.set(sid, contact);
  return { data: renderContact(contact, account.identity.sid) };
}

/** A number cannot be changed, because no page says that it can, and lists hold it. */
function change({ account, now }: Call, sid: string, wire: WireContact): Item {
  const contact = account.book.contacts.get(sid);
  if (contact === undefined) return failed('not_found', 'Not Found');
  if (wire.number != null && readNumber(wire.number) !== contact.number) {
    return failed('invalid', 'number can not be changed');
  }
  contact.fields = { ...contact.fields, ...fieldsOf(wire) };
  contact.updatedAt = now;
  return { data: renderContact(contact, account.identity.sid) };
}

function fieldsOf({ sid: _sid, number: _number, ...fields }: WireContact): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value != null));
}

function failed(code: Refusal['code'], description: string): Item & { readonly refusal: Refusal } {
  return { data: null, refusal: { code, description } };
}

function find({ account, id }: Call): Result<Contact, Refusal> {
  const contact = account.book.contacts.get(id);
  return contact === undefined ? err({ code: 'not_found', description: 'Not Found' }) : ok(contact);
}

function one(call: Call, method: string, contact: Contact): ReturnType<Handler> {
  return ok(succeed({ ...head(call, method), items: [{ data: renderContact(contact, call.account.identity.sid) }] }));
}
