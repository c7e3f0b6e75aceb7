import { z } from 'zod';
import { err, ok } from '../../../shared/result.ts';
import { head } from '../dialler/call.ts';
import type { Handler } from '../dialler/call.ts';
import { invalid } from '../campaigns/check-flow.ts';
import { succeed } from '../http/envelope.ts';
import type { Item } from '../http/envelope.ts';
import { readPage } from '../http/page-query.ts';
import { readValue, readWrapped } from '../http/read-json.ts';
import type { Refusal } from '../http/refusal.ts';
import { contactSid } from './contact-book.ts';
import { MAX_CONTACTS, addNumber, removeAt } from './contact-list.ts';
import { findList } from './find-list.ts';
import { renderMember } from './render-list.ts';

const MAX_REFERENCES = 5_000;
const MAX_PAGE = 20;
const NOT_THERE: Refusal = { code: 'not_found', description: 'Not Found' };

/** The contacts of a list. */
export const LIST_MEMBER_HANDLERS: Record<'list_add' | 'list_contacts' | 'list_remove', Handler> = {
  list_add: (call) => {
    const list = findList(call);
    if (!list.ok) return list;
    if (list.value.type === 'dynamic') return invalid('a dynamic list takes contacts from files only');
    const members = readWrapped(call.body, 'contact_references', MAX_REFERENCES);
    if (!members.ok) return members;
    const items: Item[] = [];
    for (const member of members.value) {
      const wire = readValue(member, z.object({ contact_sid: z.string() }), 'contact_references');
      if (!wire.ok) return wire;
      const contact = call.account.book.contacts.get(wire.value.contact_sid);
      const data = { sid: wire.value.contact_sid, list_id: list.value.sid };
      if (contact === undefined) items.push({ data: null, refusal: NOT_THERE });
      else if (list.value.known.size >= MAX_CONTACTS.static) items.push({ data: null, refusal: FULL });
      else if (addNumber(list.value, contact.number)) items.push({ data });
      else items.push({ data, refusal: { code: 'duplicate', description: 'Contact is in the list already' } });
    }
    const success = items.filter(({ refusal }) => refusal === undefined).length;
    const metadata = { success, failed: items.length - success, total: items.length };
    return ok(succeed({ ...head(call, 'POST'), status: 207, metadata, items }));
  },

  list_contacts: (call) => {
    const list = findList(call);
    if (!list.ok) return list;
    const page = readPage(call.query);
    if (!page.ok) return page;
    const { offset, limit } = page.value;
    if (limit > MAX_PAGE) return invalid(`limit must be at most ${MAX_PAGE}`);
    const total = list.value.entries.numbers.length;
    const count = Math.max(0, Math.min(limit, total - offset));
    const items = Array.from({ length: count }, (_, n) => ({ data: renderMember(list.value, offset + n, call) }));
    return ok(succeed({ ...head(call, 'GET'), metadata: { count, offset, total, limit }, items }));
  },

  list_remove: (call) => {
    const list = findList(call);
    if (!list.ok) return list;
    const { numbers } = list.value.entries;
    const place = numbers.findIndex((number) => contactSid(call.account.seed, number) === call.memberId);
    if (place === -1) return err(NOT_THERE);
    removeAt(list.value, place);
    return ok(succeed({ ...head(call, 'DELETE'), items: [{ data: { sid: call.memberId, list_id: list.value.sid } }] }));
  },
};

const FULL: Refusal = { code: 'invalid', description: `a static list holds at most ${MAX_CONTACTS.static} contacts` };
