/** Static: the same text for everyone. Dynamic: the columns of its file may be spoken. */
export type ListType = 'static' | 'dynamic';

/** Numbers and, beside each, the cells of its other columns in one text (`CELL_END` between them), or an empty one. */
export type Entries = { readonly numbers: string[]; readonly details: string[] };

export const CELL_END = '\u001F';

/** One file that was taken. Its rows wait beside the list until it is processed. `at` is virtual, `readyAt` real. */
export type Upload = {
  readonly id: string;
  readonly listSid: string;
  readonly at: number;
  readonly readyAt: number;
  readonly willFail: boolean;
  readonly rows: number;
  readonly success: number;
  readonly duplicate: number;
  readonly failed: number;
  readonly waiting: Entries;
  status: 'in-progress' | 'completed' | 'failed';
};

export type ContactList = {
  readonly ordinal: number;
  readonly sid: string;
  readonly createdAt: number;
  readonly tag: string;
  name: string;
  updatedAt: number;
  /** Null until its first upload or contact decides. */
  type: ListType | null;
  /** Columns of a dynamic list, `number` among them, in the order of its file. */
  headers: readonly string[];
  readonly entries: Entries;
  /** Every number that was ever let in and not taken out, those waiting included. */
  readonly known: Set<string>;
  readonly uploads: Upload[];
  deleted: boolean;
};

export const MAX_CONTACTS: Readonly<Record<ListType, number>> = { static: 100_000, dynamic: 500_000 };

export function createList(birth: Pick<ContactList, 'ordinal' | 'sid' | 'createdAt' | 'name' | 'tag'>): ContactList {
  return {
    ...birth,
    updatedAt: birth.createdAt,
    type: null,
    headers: [],
    entries: { numbers: [], details: [] },
    known: new Set(),
    uploads: [],
    deleted: false,
  };
}

/** Whether nothing that was uploaded is still on its way, and nothing failed. */
export function isReady({ uploads }: ContactList): boolean {
  return uploads.every(({ status }) => status === 'completed');
}

/** Brings an upload to its end: its rows join the list, or are dropped with it. */
export function settleUpload(upload: Upload, list: ContactList): void {
  const { numbers, details } = upload.waiting;
  if (upload.willFail) {
    upload.status = 'failed';
    for (const number of numbers) list.known.delete(number);
  } else {
    upload.status = 'completed';
    for (const [place, number] of numbers.entries()) add(list, number, details[place] ?? '');
  }
  numbers.length = 0;
  details.length = 0;
}

function add({ entries }: ContactList, number: string, detail: string): void {
  entries.numbers.push(number);
  entries.details.push(detail);
}

/** Puts in one number; false when it is there already. */
export function addNumber(list: ContactList, number: string): boolean {
  if (list.known.has(number)) return false;
  list.known.add(number);
  list.type ??= 'static';
  add(list, number, '');
  return true;
}

/** Takes out the number at a place. */
export function removeAt({ entries, known }: ContactList, place: number): void {
  const [number] = entries.numbers.splice(place, 1);
  entries.details.splice(place, 1);
  if (number !== undefined) known.delete(number);
}
