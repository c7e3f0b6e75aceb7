import { hexId } from '../http/ids.ts';
import { settleUpload } from './contact-list.ts';
import type { ContactList, Upload } from './contact-list.ts';

/** One entry of the address book. */
export type Contact = {
  readonly sid: string;
  readonly number: string;
  readonly createdAt: number;
  updatedAt: number;
  fields: Readonly<Record<string, unknown>>;
};

/** Lists, uploads and the address book of an account. Contacts from a file are stored only in their list. */
export type ContactBook = {
  readonly lists: Map<string, ContactList>;
  readonly uploads: Map<string, Upload>;
  readonly contacts: Map<string, Contact>;
  /** The list, unless it was deleted. */
  readonly list: (sid: string) => ContactList | undefined;
  readonly listNamed: (name: string) => ContactList | undefined;
  readonly addUpload: (upload: Upload) => void;
  /** Finishes the uploads that are due; `realNow` is in real milliseconds. */
  readonly settle: (realNow: number) => void;
};

export function createContactBook(): ContactBook {
  const lists = new Map<string, ContactList>();
  const uploads = new Map<string, Upload>();
  let waiting: Upload[] = [];
  const list = (sid: string): ContactList | undefined => {
    const found = lists.get(sid);
    return found?.deleted === true ? undefined : found;
  };

  return {
    lists,
    uploads,
    contacts: new Map(),
    list,
    listNamed: (name) => [...lists.values()].find((one) => !one.deleted && one.name === name),
    addUpload: (upload) => {
      uploads.set(upload.id, upload);
      waiting.push(upload);
    },
    settle: (realNow) => {
      const due = waiting.filter(({ readyAt }) => readyAt <= realNow);
      if (due.length === 0) return;
      waiting = waiting.filter(({ readyAt }) => readyAt > realNow);
      for (const upload of due) {
        const into = lists.get(upload.listSid);
        if (into !== undefined) settleUpload(upload, into);
      }
    },
  };
}

/** The sid of a number's contact, computed from the number, so that a million uploaded rows need no stored sids. */
export function contactSid(seed: number, number: string): string {
  return hexId(seed, `contact ${number}`);
}
