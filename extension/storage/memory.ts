import { rememberIfKept, withStorageLock } from './with-storage-lock.ts';
import type { StorageArea } from './settings.ts';

/** Things that are convenient to remember; nothing breaks if they are lost. */
export interface Memory {
  /** The template picked last. */
  readonly templateId: string | null;
  /** Imports started from this browser whose end the badge still has to show. */
  readonly watched: readonly string[];
  /** At which Worker each import was started, newest first, because the one in use may not know it. */
  readonly startedAt: readonly StartedAt[];
  /** News already shown by a notification, newest first. */
  readonly told: readonly string[];
  /** The list of first steps was dismissed for good. */
  readonly guideHidden: boolean;
  /** Single-key shortcuts are off, because speech input and shaking hands press keys by accident. */
  readonly keysOff: boolean;
  /** What waits for this person's approval, and when that was asked (epoch ms); null if it was not. */
  readonly approvals: Approvals | null;
  /** The end of the calling hours (epoch ms) after the last start from here, and whether that day was summarised. */
  readonly day: Day | null;
}

interface StartedAt {
  readonly id: string;
  /** The Worker's address. */
  readonly worker: string;
}

interface Day {
  readonly end: number;
  readonly told: boolean;
}

export interface Approvals {
  readonly at: number;
  /** Whether anything could wait: the person may approve, and somebody may have to ask. */
  readonly may: boolean;
  readonly waiting: readonly Waiting[];
}

/** An import that somebody asks this person to start; `since` distinguishes one request from the next. */
export interface Waiting {
  readonly id: string;
  readonly name: string;
  readonly by: string;
  readonly since: string;
}

const KEY = 'memory';
const MAX_WATCHED = 20;
const MAX_STARTED = 200;
const MAX_TOLD = 200;
const EMPTY: Memory = {
  templateId: null,
  watched: [],
  startedAt: [],
  told: [],
  guideHidden: false,
  keysOff: false,
  approvals: null,
  day: null,
};

export type MemoryStore = ReturnType<typeof createMemoryStore>;

export function createMemoryStore(area: StorageArea) {
  async function read(): Promise<Memory> {
    const stored = await area.get(KEY);
    return parseMemory(stored[KEY]);
  }
  const write = async (update: (memory: Memory) => Memory): Promise<void> => area.set({ [KEY]: update(await read()) });
  const change = (update: (memory: Memory) => Memory): Promise<void> => rememberIfKept(KEY, () => write(update));
  /** Rejects where it is not kept: what is told once is remembered before it is told. */
  const changeFirst = (update: (memory: Memory) => Memory): Promise<void> => withStorageLock(KEY, () => write(update));
  return {
    read,
    rememberTemplate: (templateId: string) => change((memory) => ({ ...memory, templateId })),
    /** Null makes it be asked again. */
    noteApprovals: (approvals: Approvals | null) => change((memory) => ({ ...memory, approvals })),
    noteDay: (day: Day) => changeFirst((memory) => ({ ...memory, day })),
    hideGuide: () => change((memory) => ({ ...memory, guideHidden: true })),
    switchKeys: (off: boolean) => change((memory) => ({ ...memory, keysOff: off })),
    watch: (id: string, worker: string) =>
      change((memory) => ({
        ...memory,
        watched: [id, ...memory.watched.filter((other) => other !== id)].slice(0, MAX_WATCHED),
        startedAt: [{ id, worker }, ...memory.startedAt.filter((other) => other.id !== id)].slice(0, MAX_STARTED),
      })),
    tell: (keys: readonly string[]) =>
      changeFirst((memory) => ({ ...memory, told: [...new Set([...keys, ...memory.told])].slice(0, MAX_TOLD) })),
    unwatch: (id: string) =>
      change((memory) => ({ ...memory, watched: memory.watched.filter((other) => other !== id) })),
  };
}

function parseMemory(value: unknown): Memory {
  if (typeof value !== 'object' || value === null) return EMPTY;
  const templateId = 'templateId' in value && typeof value.templateId === 'string' ? value.templateId : null;
  return {
    templateId,
    watched: textsOf('watched' in value ? value.watched : null),
    startedAt: 'startedAt' in value && Array.isArray(value.startedAt) ? value.startedAt.filter(isStartedAt) : [],
    told: textsOf('told' in value ? value.told : null),
    guideHidden: 'guideHidden' in value && value.guideHidden === true,
    keysOff: 'keysOff' in value && value.keysOff === true,
    approvals: 'approvals' in value ? approvalsOf(value.approvals) : null,
    day: 'day' in value ? dayOf(value.day) : null,
  };
}

function approvalsOf(value: unknown): Approvals | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('at' in value) || typeof value.at !== 'number' || !('may' in value) || !('waiting' in value)) return null;
  const waiting = Array.isArray(value.waiting) ? value.waiting.filter(isWaiting) : [];
  return { at: value.at, may: value.may === true, waiting };
}

function dayOf(value: unknown): Day | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('end' in value) || typeof value.end !== 'number') return null;
  return { end: value.end, told: 'told' in value && value.told === true };
}

function isStartedAt(value: unknown): value is StartedAt {
  if (typeof value !== 'object' || value === null) return false;
  return ['id', 'worker'].every((key) => typeof Reflect.get(value, key) === 'string');
}

function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  const texts: readonly unknown[] = ['id', 'name', 'by', 'since'].map((key): unknown => Reflect.get(value, key));
  return texts.every((text) => typeof text === 'string');
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each: unknown): each is string => typeof each === 'string') : [];
}
