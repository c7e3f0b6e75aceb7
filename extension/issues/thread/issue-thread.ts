import { IssueModel } from './issue-model.ts';
import { createKeptNews } from '../../storage/change-channel.ts';
import { createCorrectionStore } from '../../storage/corrections.ts';
import { IssueEditor } from './issue-editor.ts';
import type { IssueAskName, IssueAsks, IssueMessage, IssueQuestion } from '../issue-messages.ts';
import { readIssues } from './read-issues.ts';

/** The thread that holds one file's rows that were not accepted; the page asks for the few it shows. */

const PROGRESS_EVERY_MS = 50;
/** Rows processed between two checks for questions; about ten milliseconds of the phone library. */
const ROWS_A_TURN = 500;
const OVERVIEW_EVERY_MS = 250;

const tellKept = createKeptNews(() => {});

let book: IssueModel | null = null;
let desk: IssueEditor | null = null;

function post(message: IssueMessage): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a Worker has no origin to name.
  self.postMessage(message);
}

/** True at most once per interval, however often it is called. */
function createPace(everyMs: number): () => boolean {
  let last = 0;
  return () => {
    const now = performance.now();
    if (now - last < everyMs) return false;
    last = now;
    return true;
  };
}

async function open({ importId, file, settings }: IssueAsks['open']['ask']): Promise<IssueAsks['open']['answer']> {
  const isDue = createPace(PROGRESS_EVERY_MS);
  const read = await readIssues(file, settings, (bytes) => {
    if (isDue()) post({ type: 'progress', bytes });
  });
  if (!read.ok) return read;
  const { log, lines, summary } = read.value;
  book = new IssueModel(log, lines, summary, settings);
  const store = createCorrectionStore(importId, tellKept);
  desk = new IssueEditor({ file, settings, shape: summary.shape, book, store });
  const overview = await desk.resume();
  setTimeout(() => workOut(createPace(OVERVIEW_EVERY_MS)));
  return { ok: true, value: { overview, shape: summary.shape } };
}

/** Computes suggestions between questions, so that no question waits for all of them. */
function workOut(isDue: () => boolean): void {
  if (book === null) return;
  book.suggestions.workOut(ROWS_A_TURN);
  const { isComplete } = book.suggestions;
  if (isComplete || isDue()) post({ type: 'overview', overview: book.overview() });
  if (!isComplete) setTimeout(() => workOut(isDue));
}

function opened(): { book: IssueModel; desk: IssueEditor } {
  if (book === null || desk === null) throw new Error('Rows were asked for before a file was opened');
  return { book, desk };
}

const ANSWERS: {
  [Name in IssueAskName]: (
    ask: IssueAsks[Name]['ask'],
  ) => IssueAsks[Name]['answer'] | Promise<IssueAsks[Name]['answer']>;
} = {
  open,
  look: (filter) => {
    const { book: looked } = opened();
    const shown = looked.look(filter);
    return { shown, overview: looked.overview() };
  },
  rows: ({ start, count }) => opened().book.rowsFrom(start, count),
  whole: ({ line }) => opened().desk.whole(line),
  change: ({ changes }) => opened().desk.keep(opened().book.change(changes)),
  take_suggestions: ({ kind }) => opened().desk.keep(opened().book.takeSuggestions(kind)),
  take_back: () => opened().desk.keep(opened().book.takeBack()),
  undo: () => opened().desk.keep(opened().book.undo()),
  merge: ({ file, lineHeadings }) => opened().desk.merge(file, lineHeadings),
  write: (words) => opened().desk.write(words),
  catch_up: ({ edition }) => opened().desk.catchUp(edition),
  close: async () => {
    await desk?.settled();
    setTimeout(() => self.close()); // after the answer has left
    return null;
  },
};

async function answer<Name extends IssueAskName>(
  to: MessagePort | undefined,
  name: Name,
  ask: IssueAsks[Name]['ask'],
): Promise<void> {
  const reply = (content: IssueAsks[Name]['answer'] | null): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no origin to name.
    to?.postMessage(content);
  };
  try {
    reply(await ANSWERS[name](ask));
  } catch (error) {
    reply(null);
    // A file that changed on disk or a full disk is reported. Anything else is a bug and must be seen.
    if (!(error instanceof DOMException)) throw error;
  }
}

self.addEventListener(
  'message',
  ({ data, ports }: MessageEvent<IssueQuestion>) => void answer(ports[0], data.name, data.ask),
);
