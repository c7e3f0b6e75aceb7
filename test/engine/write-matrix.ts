import { CONDITIONS } from './fault-conditions.ts';
import { PLOTS } from './fault-plots.ts';
import { FAULTS } from './world/request-faults.ts';

/** The outcomes that the tests saw, by `fault/call` and by condition. */
export interface Cells {
  readonly byFault: Map<string, string>;
  readonly byCondition: Map<string, string>;
}

/** The document, written from the outcomes that the tests have just seen. */
export function writeMatrix({ byFault, byCondition }: Cells): string {
  const matrix = (of: keyof typeof PLOTS) =>
    table(
      ['', ...PLOTS[of].map(({ call }) => call)],
      FAULTS.map(({ name }) =>
        [name].concat(PLOTS[of].map(({ call }) => byFault.get(`${name}/${of}/${call}`) ?? UNSEEN)),
      ),
    );
  const conditions = table(
    ['of', 'call', 'when', 'outcome'],
    CONDITIONS.map(({ of, call, name }) => [of, call, name, byCondition.get(`${of}/${name}`) ?? UNSEEN]),
  );
  const matrices = ['## Campaigns', matrix('campaigns'), LISTS, matrix('lists'), MESSAGES, matrix('messages')];
  return [HEAD, ...matrices, MIDDLE, conditions].join('\n\n') + '\n';
}

const CELL = ' | ';
/** Stands in a cell that was not played. */
const UNSEEN = 'not played';

/** The same with what the document tells of the cells that were not played. */
export function fillUnseen(seen: string, document: string): string {
  const told = document.split('\n').map((line) => line.split(CELL));
  return seen
    .split('\n')
    .map((line, at) =>
      line
        .split(CELL)
        .map((cell, column) => (cell.startsWith(UNSEEN) ? (told[at]?.[column] ?? cell) : cell))
        .join(CELL),
    )
    .join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const HEAD = `# What happens when a call to Exotel goes wrong

Written by \`test/engine/fault-matrix.test.ts\`, which fails when it sees anything else; \`UPDATE_DOCS=1\` writes it anew.
Every change plays a sixth of the cells (a third of those of a create), \`npm run test:moments\` all of them. Every cell is one import played to its end: the real engine and the real client over HTTP against the stand-in, on simulated
time, one call spoilt once. Besides the outcome each must hold, by the stand-in's ledger: every number in exactly one
campaign and dialled by one, in exactly one list where there are lists, every outcome the true one, no call or message
outside the window or after "stopped", and an end.

- **sent once**, **adopted** (made; found by its name after the answer was lost), **sent again** (after a definite
  refusal), **sent again, absence proven** (three look-ups found nothing), **waits for a person** (who corrects it and resumes).
- **as ever**, **read again**, **tried again**, **found done** (the answer was lost, the next reading shows it done),
  **paused instead** (Exotel would not delete it: it is paused and completed).`;

const LISTS = `## Lists

An upload is never repeated under its name, since Exotel extends a list it knows. **sent again, the first deleted**: what the
first upload left was found, and deleted before the campaign was made.`;

const MESSAGES = `## Messages

Their campaigns cannot be deleted: a stop pauses and completes them.`;

const MIDDLE = `## When Exotel is odd without a fault

Numbers on a blocked list leave no call. When their callbacks are lost as well, Exotel's counts are all there is: they
decide where one explanation fits everybody left, and else the outcome is \`unaccounted\`.

A create whose answer was lost is looked for until the end it was given has passed, whatever is pressed meanwhile, and one
that is made again starts a quarter of an hour later, so that the first is listed by then. \`listed-late.test.ts\` holds that
for lists up to ten minutes late. If the list fails or is cut meanwhile, the one made again is paused before it rings, until
a whole list shows it alone (\`made-again.test.ts\`). A list that looks whole and hides a campaign for longer than ten minutes
may let both ring, until the next look.`;
