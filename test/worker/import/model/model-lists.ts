import { z } from 'zod';

export type Answered = readonly [status: number, text: string];

/** Results of an upload: accepted whole, in part, cut off half-way, not at all, or only after a long time. */
export const TURNOUTS = ['whole', 'one_failed', 'cut_short', 'failed', 'slow'] as const;
export type Turnout = (typeof TURNOUTS)[number];

export interface ModelList {
  readonly sid: string;
  readonly name: string;
  readonly createdAt: number;
  readonly uploads: ModelUpload[];
  deletedAt: number | null;
}

interface ModelUpload {
  readonly id: string;
  readonly rows: number;
  readonly taken: readonly string[];
  readonly failed: boolean;
  readonly readyAt: number;
}

/** The form of an upload. It is read before, because the model answers at once. */
const uploadSchema = z.object({ list_name: z.string(), type: z.string(), text: z.string() });

export async function readForm(form: FormData): Promise<unknown> {
  const file = form.get('file_name');
  const text = file instanceof File ? await file.text() : '';
  return { list_name: form.get('list_name'), type: form.get('type'), text };
}

const PROCESSING_MS = 3_000;
const SLOW_MS = 40 * 60_000;

/** Exotel's lists reduced to what uploading depends on: extended by name, processed later, and shown late. */
export function createModelLists(rules: {
  readonly now: () => number;
  readonly listLagMs: number;
  readonly turnout: () => Turnout;
  readonly answer: (response: unknown, total: number) => Answered;
  readonly refusal: (status: number, description: string) => Answered;
}) {
  const { now, listLagMs, turnout, answer, refusal } = rules;
  const lists: ModelList[] = [];

  function isReady({ uploads }: ModelList): boolean {
    return uploads.every(({ readyAt, failed }) => readyAt <= now() && !failed);
  }

  function heldBy(list: ModelList): readonly string[] {
    return list.uploads.flatMap(({ taken, readyAt }) => (readyAt <= now() ? taken : []));
  }

  function shown(list: ModelList): unknown {
    const { sid, name } = list;
    return { code: 200, error_data: null, data: { sid, name, contact_count: heldBy(list).length } };
  }

  function upload(body: unknown, at: number): Answered {
    const { list_name: name, text } = uploadSchema.parse(body);
    const [, ...lines] = text.trimEnd().split('\r\n');
    const numbers = lines.map((line) => line.split(',')[0] ?? '');
    const how = turnout();
    const taken = { whole: numbers, slow: numbers, one_failed: numbers.slice(1), failed: [] };
    const id = `u${lists.reduce((sum, { uploads }) => sum + uploads.length, 0) + 1}`;
    const done = how === 'cut_short' ? numbers.slice(0, numbers.length >> 1) : taken[how];
    const readyAt = at + (how === 'slow' ? SLOW_MS : PROCESSING_MS);
    const rows = how === 'cut_short' ? done.length : numbers.length;
    let list = lists.find((each) => each.name === name && each.deletedAt === null);
    if (list === undefined) {
      list = { sid: `list${lists.length + 1}`, name, createdAt: at, uploads: [], deletedAt: null };
      lists.push(list);
    }
    list.uploads.push({ id, rows, taken: done, failed: how === 'failed', readyAt });
    return answer({ data: { summary: { upload_id: id, list_sid: list.sid } } }, 1);
  }

  function status(id: string): Answered {
    const found = lists.flatMap(({ uploads }) => uploads).find((each) => each.id === id);
    if (found === undefined) return refusal(404, 'Not Found');
    const { rows, taken, failed, readyAt } = found;
    const word = readyAt > now() ? 'in-progress' : failed ? 'failed' : 'completed';
    const stats = { total: rows, success: taken.length, duplicate: 0, failed: rows - taken.length };
    return answer({ data: { upload_id: id, status: word, stats } }, 1);
  }

  function search(query: URLSearchParams): Answered {
    const name = query.get('name') ?? '';
    const found = lists.filter(
      (each) => each.deletedAt === null && each.createdAt + listLagMs <= now() && each.name.includes(name),
    );
    if (query.get('sort_by') === 'date_created:desc') found.reverse();
    const offset = Number(query.get('offset'));
    return answer(found.slice(offset, offset + Number(query.get('limit'))).map(shown), found.length);
  }

  function one(method: string, sid: string): Answered {
    const list = lists.find((each) => each.sid === sid && each.deletedAt === null);
    if (list === undefined) return refusal(404, 'Not Found');
    if (method === 'DELETE') list.deletedAt = now();
    return answer([shown(list)], 0);
  }

  return {
    lists,
    heldBy,
    isReady,
    /** Null for requests that are not about lists. */
    carryOut(method: string, url: URL, body: unknown, at: number): Answered | null {
      const [, first, second] = url.pathname.split('/');
      if (first === 'contacts') return upload(body, at);
      if (first === 'csv-status') return status(second ?? '');
      if (first !== 'lists') return null;
      return second === undefined ? search(url.searchParams) : one(method, second);
    },
  };
}
