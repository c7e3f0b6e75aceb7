import { setTimeout as wait } from 'node:timers/promises';
import type { Import } from '../../shared/protocol/import.ts';
import type { PersistentClient } from './persistent-client.ts';

export const PHASES = [
  'receiving',
  'erasing',
  'opening again',
  'checking',
  'launching',
  'waiting',
  'running',
  'pausing',
  'resuming',
  'stopping',
  'finishing',
] as const;
type Phase = (typeof PHASES)[number];

/** What a user does with one import. */
export interface Part {
  readonly id: string;
  readonly file: Uint8Array;
  readonly templateId: string;
  /** In one request with `launch=true`, or opened, sent in pieces, checked and launched. */
  readonly oneShot: boolean;
  /**
   * The same id had an earlier life with other people, which was deleted when half received, or after it was launched
   * and stopped.
   */
  readonly earlier?: { readonly file: Uint8Array; readonly was: 'half received' | 'stopped' };
  /** `stay erased`: the id had an earlier life and is not opened again. */
  readonly ending: 'finish' | 'pause and finish' | 'stop while calling' | 'stop before calling' | 'stay erased';
}

export interface Actor {
  readonly id: string;
  readonly phase: () => Phase | 'done';
  /** The import was launched; for one that is stopped before calling, it was stopped. */
  readonly settled: Promise<void>;
  /** Its last view; null where it stays erased. */
  readonly done: Promise<Import | null>;
  /** The earlier life cannot be erased today, so no later life began, and the last view is of the earlier one. */
  readonly isEarlierKept: () => boolean;
}

const LOOK_MS = 150;
const PIECES = 12;

/** What the player of a round knows and hears of its users. */
export interface Watching {
  /** Called the moment an answer says `stopped`, or that only time is waited for. */
  readonly stopped: (id: string) => void;
  /** Whether Exotel has campaigns of it that this view does not know, or that may still call. */
  readonly mayCall: (view: Import) => boolean;
}

/** Plays one user. */
export function startActor(client: PersistentClient, part: Part, watching: Watching): Actor {
  const { id } = part;
  let phase: Phase | 'done' = 'receiving';
  let isEarlierKept = false;
  let settle = (): void => undefined;
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });

  async function until(reached: (view: Import) => boolean): Promise<Import> {
    for (;;) {
      const view = await client.get(id);
      if (reached(view)) return view;
      if (view.state === 'needs_attention') throw new Error(`${id}: ${JSON.stringify(view.attention)}`);
      await wait(LOOK_MS);
    }
  }

  function press(button: 'pause' | 'resume' | 'stop'): Promise<void> {
    return client.post(`/api/imports/${id}/${button}`, () => '{}', 'application/json', ['not_running']);
  }

  async function open(file: Uint8Array): Promise<void> {
    const opening = { template: part.templateId, fileName: 'leads.csv', fileBytes: file.byteLength, id };
    await client.post('/api/imports', () => JSON.stringify(opening), 'application/json');
  }

  async function sendInPieces(file: Uint8Array): Promise<void> {
    await open(file);
    await client.upload(id, file);
    phase = 'checking';
    await client.post(`/api/imports/${id}/check`, () => '{}', 'application/json');
    const { rows, plan } = await client.get(id);
    phase = 'launching';
    const expect = { contacts: rows.accepted, campaigns: plan?.campaigns ?? 0 };
    await client.post(`/api/imports/${id}/launch`, () => JSON.stringify({ expect }), 'application/json');
  }

  /**
   * Ends with the id free again, while a piece of the old file may still be on its way; or with what still holds the
   * id: a create that is looked for until tomorrow prevents the erasing.
   */
  async function liveBefore({ file, was }: NonNullable<Part['earlier']>): Promise<Import | null> {
    if (was === 'half received') {
      await open(file);
      let isLeaving = false;
      await client.upload(id, file, (offset) => offset > 0);
      void client.upload(id, file, () => isLeaving).catch(() => undefined);
      await wait(LOOK_MS);
      isLeaving = true;
    } else {
      await sendInPieces(file);
      await until(({ state }) => state !== 'launching');
      // What may yet call is not erased.
      const view = await stopForGood();
      if (view.state === 'stopping') return view;
    }
    phase = 'erasing';
    await client.erase(id);
    phase = 'opening again';
    return null;
  }

  async function sendAtOnce(): Promise<void> {
    const query = new URLSearchParams({ template: part.templateId, id, launch: 'true' });
    await client.post(`/api/imports?${query}`, () => slowly(part.file), 'text/csv');
    phase = 'launching';
  }

  /** The test does not wait for a create that is looked for until tomorrow. */
  async function stopForGood(): Promise<Import> {
    phase = 'stopping';
    await press('stop');
    return until((now) => now.state === 'stopped' || (isLookingOn(now) && !watching.mayCall(now)));
  }

  async function stopAsLast(): Promise<Import> {
    const view = await stopForGood();
    watching.stopped(id);
    return view;
  }

  async function play(): Promise<Import | null> {
    const kept = part.earlier === undefined ? null : await liveBefore(part.earlier);
    if (kept !== null) {
      isEarlierKept = true;
      watching.stopped(id);
      return end(kept);
    }
    if (part.ending === 'stay erased') return end(null);
    await (part.oneShot ? sendAtOnce() : sendInPieces(part.file));
    await until(({ state }) => state !== 'launching');
    let last = part.ending === 'stop before calling' ? await stopAsLast() : null;
    if (phase === 'launching') phase = 'waiting';
    settle();
    if (phase === 'waiting') {
      await until(isCalling);
      phase = 'running';
      await until(({ contacts, rows }) => contacts.queued < rows.accepted * 0.9);
    }
    if (part.ending === 'stop while calling') last = await stopAsLast();
    if (part.ending === 'pause and finish') {
      phase = 'pausing';
      await press('pause');
      await until(({ state }) => state === 'paused' || state === 'finished');
      phase = 'resuming';
      await press('resume');
      await until(({ campaigns }) => campaigns.every(({ state }) => state !== 'paused'));
      phase = 'running';
    }
    if (phase === 'running') await until(isOver);
    phase = 'finishing';
    return end(last?.state === 'stopping' ? last : await until(({ finishedAt }) => finishedAt !== null));
  }

  function end(view: Import | null): Import | null {
    phase = 'done';
    settle();
    return view;
  }

  const done = play();
  done.catch(() => {
    // If it fails, a test waiting for it must not wait for ever.
    phase = 'done';
    settle();
  });
  return { id, phase: () => phase, settled, done, isEarlierKept: () => isEarlierKept };
}

/** Stopped, except for a request to make a campaign that may still arrive: `stopping` until its end has passed. */
export function isLookingOn({ state, attention }: Import): boolean {
  return state === 'stopping' && attention.some(({ code }) => code === 'looked_for');
}

function isCalling({ campaigns }: Import): boolean {
  return campaigns.some(({ state }) => state !== 'created');
}

function isOver({ campaigns }: Import): boolean {
  return campaigns.every(({ state }) => state !== 'created' && state !== 'in_progress' && state !== 'paused');
}

/** A body that is sent slowly, so that it can be interrupted. */
function slowly(file: Uint8Array): ReadableStream<Uint8Array> {
  const size = Math.ceil(file.byteLength / PIECES);
  let at = 0;
  return new ReadableStream({
    pull: async (stream) => {
      await wait(LOOK_MS / 5);
      if (at >= file.byteLength) stream.close();
      else stream.enqueue(file.slice(at, (at += size)));
    },
  });
}
