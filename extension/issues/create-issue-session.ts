import { computed, signal } from '@preact/signals';
import type { CheckSettings, FileShape } from '../../shared/contacts/check-contacts.ts';
import type { FileFault } from '../../shared/contacts/file-fault.ts';
import type { SuggestionKind } from '../../shared/contacts/suggest-number.ts';
import { ISSUE_ROWS_PER_PAGE } from '../../shared/extension-limits.ts';
import type { StartIssueThread } from './ask-thread.ts';
import type { IssueRow } from './thread/issue-model.ts';
import type { IssueOverview } from './thread/issue-overview.ts';
import type { IssueCsvWords } from './thread/issue-csv.ts';
import type { IssueAsks, WholeRow } from './issue-messages.ts';
import type { IssueFilter } from './thread/issue-view.ts';

export type IssueSessionState =
  | { readonly state: 'reading'; readonly bytes: number }
  | { readonly state: 'ready'; readonly shape: FileShape }
  | { readonly state: 'fault'; readonly fault: FileFault }
  | { readonly state: 'unreadable' };

/** Pages kept beside those on screen, so that scrolling back a little needs no request. */
const MOST_PAGES = 12;
const EVERYTHING: Required<IssueFilter> = { show: 'all', search: '', sort: 'line' };

export type IssueSession = ReturnType<typeof createIssueSession>;

/**
 * The rows of one file that were not accepted, for one window: a thread holds them, and pages are asked for as needed.
 */
export function createIssueSession(importId: string, file: Blob, settings: CheckSettings, start: StartIssueThread) {
  const state = signal<IssueSessionState>({ state: 'reading', bytes: 0 });
  const overview = signal<IssueOverview | null>(null);
  const filter = signal(EVERYTHING);
  const shown = signal(0);
  const pages = signal<ReadonlyMap<number, readonly IssueRow[]>>(new Map());
  const busy = signal(false);
  let asked = new Set<number>();
  /** Grows with every change: pages requested before a change are not shown after it. */
  let edition = 0;

  const thread = start((message) => {
    if (message.type === 'progress') state.value = { state: 'reading', bytes: message.bytes };
    else if (message.type === 'overview') overview.value = message.overview;
  });

  async function open(): Promise<void> {
    const opened = await thread.ask('open', { importId, file, settings });
    if (opened === null) state.value = { state: 'unreadable' };
    else if (!opened.ok) state.value = { state: 'fault', fault: opened.error };
    else {
      overview.value = opened.value.overview;
      shown.value = opened.value.overview.total;
      state.value = { state: 'ready', shape: opened.value.shape };
    }
  }

  async function load(page: number): Promise<void> {
    const asking = edition;
    asked.add(page);
    const rows = await thread.ask('rows', { start: page * ISSUE_ROWS_PER_PAGE, count: ISSUE_ROWS_PER_PAGE });
    if (asking !== edition) return;
    asked.delete(page);
    if (rows === null) return;
    // The oldest page goes first; a Map keeps its keys in order of insertion.
    const kept = [...pages.value].filter(([other]) => other !== page).slice(1 - MOST_PAGES);
    pages.value = new Map([...kept, [page, rows]]);
  }

  /** Requests the visible rows again; until they arrive the old ones stay, so that nothing flickers. */
  async function refresh(): Promise<void> {
    edition++;
    asked = new Set();
    const held = [...pages.value.keys()];
    const asking = edition;
    const fresh = await Promise.all(
      held.map(async (page): Promise<[number, readonly IssueRow[]]> => {
        const rows = await thread.ask('rows', { start: page * ISSUE_ROWS_PER_PAGE, count: ISSUE_ROWS_PER_PAGE });
        return [page, rows ?? []];
      }),
    );
    if (asking === edition) pages.value = new Map(fresh);
  }

  async function change(asking: Promise<IssueOverview | null>): Promise<boolean> {
    busy.value = true;
    const next = await asking;
    if (next !== null) {
      overview.value = next;
      await refresh();
    }
    busy.value = false;
    return next !== null;
  }

  void open();

  return {
    state,
    overview,
    filter: computed(() => filter.value),
    /** How many rows the filter matches. */
    shown: computed(() => shown.value),
    busy: computed(() => busy.value),
    /** What is here of the rows; read to be told when more is. */
    pages: computed(() => pages.value),
    /** A row by its place among the matching rows; undefined while it is loading. */
    rowAt(index: number): IssueRow | undefined {
      return pages.value.get(Math.floor(index / ISSUE_ROWS_PER_PAGE))?.[index % ISSUE_ROWS_PER_PAGE];
    },
    /** A loaded row, by its line. */
    find: (line: number): IssueRow | undefined => [...pages.value.values()].flat().find((row) => row.line === line),
    /** Requests those of the rows `[first, last]` that are not loaded. */
    want(first: number, last: number): void {
      for (let page = Math.floor(first / ISSUE_ROWS_PER_PAGE); page * ISSUE_ROWS_PER_PAGE <= last; page++) {
        if (!pages.value.has(page) && !asked.has(page)) void load(page);
      }
    },
    /** Parts of the filter that are left out stay unchanged. */
    async look(changed: Partial<IssueFilter>): Promise<void> {
      const next = { ...filter.value, ...changed };
      filter.value = next;
      const looked = await thread.ask('look', next);
      if (filter.value !== next || looked === null) return;
      edition++;
      asked = new Set();
      pages.value = new Map();
      shown.value = looked.shown;
      overview.value = looked.overview;
    },
    /** `value` null removes a correction. False if it could not be stored. */
    correct: (line: number, value: string | null) => change(thread.ask('change', { changes: [[line, value]] })),
    /** Takes suggestions for the matching rows; null takes every kind that is sure. */
    takeSuggestions: (kind: SuggestionKind | null) => change(thread.ask('take_suggestions', { kind })),
    /** Removes the corrections of all matching rows. */
    takeBack: () => change(thread.ask('take_back', null)),
    undo: () => change(thread.ask('undo', null)),
    async merge(returned: Blob, lineHeadings: readonly string[]): Promise<IssueAsks['merge']['answer'] | null> {
      const merged = await thread.ask('merge', { file: returned, lineHeadings });
      if (merged?.ok === true) await change(Promise.resolve(merged.value.overview));
      return merged;
    },
    whole: (line: number): Promise<WholeRow | null> => thread.ask('whole', { line }),
    write: (words: IssueCsvWords): Promise<Blob | null> => thread.ask('write', words),
    /** Another window may have corrected rows since: shows them as stored. */
    async catchUp(kept: number): Promise<void> {
      if (state.value.state !== 'ready') return; // a session that is still opening reads what is stored by then
      const next = await thread.ask('catch_up', { edition: kept });
      if (next === null) return;
      overview.value = next;
      await refresh();
    },
    /** Changes under way are still written, so that leaving right after an edit loses nothing. */
    end: () => void thread.ask('close', null),
  };
}
