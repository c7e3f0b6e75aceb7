import { z } from 'zod';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { isTerminal } from '../campaigns/campaign-status.ts';
import type { Call, Handler } from '../dialler/call.ts';
import { head } from '../dialler/call.ts';
import { invalid, mandatory } from '../campaigns/check-flow.ts';
import { succeed } from '../http/envelope.ts';
import type { Item } from '../http/envelope.ts';
import { hexId } from '../http/ids.ts';
import type { LIST_OPERATIONS } from '../http/operation-names.ts';
import { readPage } from '../http/page-query.ts';
import { readJson, readValue, readWrapped } from '../http/read-json.ts';
import type { Refusal } from '../http/refusal.ts';
import { createList } from './contact-list.ts';
import type { ContactList } from './contact-list.ts';
import { LIST_MEMBER_HANDLERS } from './member-operations.ts';
import { renderList } from './render-list.ts';
import { findList } from './find-list.ts';

const MAX_BULK = 5_000;
const text = z.string().nullish();
const newListWire = z.object({ name: text, tag: text });

/** Lists. Names are unique in the account: an item with a name that exists fails, inside an answer that succeeds. */
export const LIST_HANDLERS: Record<(typeof LIST_OPERATIONS)[number], Handler> = {
  ...LIST_MEMBER_HANDLERS,

  list_create: (call) => {
    const members = readWrapped(call.body, 'lists', MAX_BULK);
    if (!members.ok) return members;
    const items: Item[] = [];
    for (const member of members.value) {
      const wire = readValue(member, newListWire, 'lists');
      if (!wire.ok) return wire;
      const made = create(call, wire.value.name ?? '', wire.value.tag ?? '');
      items.push(made.ok ? { data: renderList(made.value, call) } : { data: null, refusal: made.error });
    }
    return ok(succeed({ ...head(call, 'POST'), status: 207, items }));
  },

  list_list: (call) => {
    const page = readPage(call.query);
    if (!page.ok) return page;
    const { offset, limit } = page.value;
    const order = orderOf(call.query.get('sort_by') ?? 'date_created:asc');
    if (order === null) return invalid(`sort_by ${call.query.get('sort_by')} is not allowed`);
    const name = (call.query.get('name') ?? '').toLowerCase();
    const found = [...call.account.book.lists.values()]
      .filter((list) => !list.deleted && list.name.toLowerCase().includes(name))
      .sort(order);
    const shown = found.slice(offset, offset + limit);
    const metadata = { count: shown.length, offset, total: found.length, limit };
    const items = shown.map((list) => ({ data: renderList(list, call) }));
    return ok(succeed({ ...head(call, 'GET'), metadata, items }));
  },

  list_get: (call) => {
    const list = findList(call);
    return list.ok ? ok(succeed({ ...head(call, 'GET'), items: [{ data: renderList(list.value, call) }] })) : list;
  },

  list_update: (call) => {
    const list = findList(call);
    if (!list.ok) return list;
    const wire = readJson(call.body, newListWire);
    if (!wire.ok) return wire;
    const renamed = rename(call, list.value, wire.value.name ?? '');
    if (!renamed.ok) return renamed;
    return ok(succeed({ ...head(call, 'PUT'), items: [{ data: renderList(list.value, call) }] }));
  },

  list_update_many: (call) => {
    const members = readWrapped(call.body, 'lists', MAX_BULK);
    if (!members.ok) return members;
    const items: Item[] = [];
    for (const member of members.value) {
      const wire = readValue(member, newListWire.extend({ sid: text }), 'lists');
      if (!wire.ok) return wire;
      const list = findList({ ...call, id: wire.value.sid ?? '' });
      const renamed = list.ok ? rename(call, list.value, wire.value.name ?? '') : list;
      items.push(
        list.ok && renamed.ok
          ? { data: renderList(list.value, call) }
          : { data: null, refusal: renamed.ok ? NOT_THERE : renamed.error },
      );
    }
    return ok(succeed({ ...head(call, 'PUT'), status: 207, items }));
  },

  list_delete: (call) => {
    const list = findList(call);
    if (!list.ok) return list;
    if (call.account.settings.deleteUsedList === 'refuse' && isInUse(call, list.value.sid)) {
      return err({ code: 'conflict', description: `list ${list.value.sid} is used by a campaign that has not ended` });
    }
    list.value.deleted = true;
    list.value.updatedAt = call.now;
    return ok(succeed({ ...head(call, 'DELETE'), items: [{ data: renderList(list.value, call) }] }));
  },
};

const NOT_THERE: Refusal = { code: 'not_found', description: 'Not Found' };

function create(call: Call, name: string, tag: string): Result<ContactList, Refusal> {
  if (name === '') return mandatory('name');
  if (call.account.book.listNamed(name) !== undefined) return isTaken(name);
  return ok(newList(call, name, tag));
}

/** Adds an empty list; its name must not exist yet. */
export function newList({ account, nextOrdinal, now }: Call, name: string, tag: string): ContactList {
  const ordinal = nextOrdinal();
  const list = createList({ ordinal, sid: hexId(account.seed, `list ${ordinal}`), createdAt: now, name, tag });
  account.book.lists.set(list.sid, list);
  return list;
}

function rename(call: Call, list: ContactList, name: string): Result<null, Refusal> {
  if (name === '') return mandatory('name');
  const other = call.account.book.listNamed(name);
  if (other !== undefined && other !== list) return isTaken(name);
  list.name = name;
  list.updatedAt = call.now;
  return ok(null);
}

function isTaken(name: string): Result<never, Refusal> {
  return err({ code: 'duplicate', description: `List with name ${name} already exists` });
}

function isInUse({ account }: Call, sid: string): boolean {
  const { campaigns, messageCampaigns } = account.ledger;
  return [...campaigns, ...messageCampaigns].some(({ spec: { audience }, status }) => {
    return !isTerminal(status) && audience.kind === 'lists' && audience.lists.includes(sid);
  });
}

function orderOf(sortBy: string): ((a: ContactList, b: ContactList) => number) | null {
  const match = /^(date_created|name):(asc|desc)$/.exec(sortBy);
  if (match === null) return null;
  const sign = match[2] === 'desc' ? -1 : 1;
  if (match[1] === 'name') return (a, b) => sign * (a.name < b.name ? -1 : 1);
  return (a, b) => sign * (a.ordinal - b.ordinal);
}
