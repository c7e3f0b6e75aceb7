/** Static: the same text for everyone. Dynamic: a text may contain the columns of the list's file. */
export type ListType = 'static' | 'dynamic';

/** Numbers and, for each, the cells of its other columns as one text with `CELL_END` between them, or an empty text. */
export type Entries = { readonly numbers: string[]; readonly details: string[] };

export const CELL_END = '\u001F';

/** An accepted file. Its rows are kept apart from the list until it is processed. `at` is virtual, `readyAt` real. */
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
  /** Null until the first upload or contact decides it. */
  type: ListType | null;
  /** The columns of a dynamic list, including `number`, in the order of its file. */
  headers: readonly string[];
  readonly entries: Entries;
  /** All numbers of the list, including those whose upload is not processed yet, but not removed ones. */
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

/** Whether all uploads are processed and none failed. */
export function isReady({ uploads }: ContactList): boolean {
  return uploads.every(({ status }) => status === 'completed');
}

/** Finishes an upload: its rows are added to the list, or dropped if it failed. */
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

/** Adds one number; answers false if it is there already. */
export function addNumber(list: ContactList, number: string): boolean {
  if (list.known.has(number)) return false;
  list.known.add(number);
  list.type ??= 'static';
  add(list, number, '');
  return true;
}

/** Removes the number at a place. */
export function removeAt({ entries, known }: ContactList, place: number): void {
  const [number] = entries.numbers.splice(place, 1);
  entries.details.splice(place, 1);
  if (number !== undefined) known.delete(number);
}
