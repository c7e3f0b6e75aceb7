import { styleText } from 'node:util';
import type { Import } from '../../../shared/protocol/import.ts';
import { FINAL_OUTCOMES, OUTCOMES, type Outcome, type OutcomeCounts } from '../../../shared/protocol/outcomes.ts';

type Style = Parameters<typeof styleText>[0];

const LOOKS: Readonly<Record<Outcome, { readonly words: string; readonly style: Style }>> = {
  completed: { words: 'completed', style: 'green' },
  no_answer: { words: 'no answer', style: 'yellow' },
  busy: { words: 'busy', style: 'magenta' },
  failed: { words: 'failed', style: 'red' },
  dnd: { words: 'do not disturb', style: 'red' },
  invalid: { words: 'invalid', style: 'red' },
  not_attempted: { words: 'not attempted', style: 'gray' },
  unaccounted: { words: 'unaccounted', style: 'red' },
  suppressed: { words: 'not to be called', style: 'gray' },
  retrying: { words: 'retrying', style: 'cyan' },
  dialling: { words: 'dialling', style: 'cyan' },
  queued: { words: 'queued', style: 'gray' },
};
/** In the order they stand in the bar: what is done first, what waits last. */
const IN_ORDER = Object.keys(LOOKS).filter(isOutcome);

const BAR_CELLS = 40;
const CAMPAIGN_LINES = 12;

const grouped = new Intl.NumberFormat('en-IN');

export function count(value: number): string {
  return grouped.format(value);
}

/** "7,512 completed, 2,498 no answer": the outcomes that have contacts. */
export function outcomesInWords(counts: OutcomeCounts): string {
  const parts = IN_ORDER.filter((outcome) => counts[outcome] > 0);
  return parts.map((outcome) => `${count(counts[outcome])} ${LOOKS[outcome].words}`).join(', ');
}

/** An import as a block of terminal lines: one bar for all, one line per campaign. */
export function progressLines(view: Import): string[] {
  const total = view.rows.accepted;
  const shown = view.campaigns.slice(0, CAMPAIGN_LINES);
  const hidden = view.campaigns.length - shown.length;
  return [
    `  ${styleText('bold', view.name)}  ${view.state.replaceAll('_', ' ')}`,
    `  ${bar(view.contacts, total)}  ${count(done(view.contacts))} of ${count(total)} done`,
    `  ${outcomesInWords(view.contacts)}`,
    '',
    ...shown.map(({ seq, state, outcomes, contacts }) => {
      const words = state.replaceAll('_', ' ').padEnd(12);
      return `  ${String(seq).padStart(3)}  ${words}${bar(outcomes, contacts)}  ${count(done(outcomes))} of ${count(contacts)}`;
    }),
    ...(hidden > 0 ? [`       and ${count(hidden)} more campaigns`] : []),
    ...view.attention.map(({ message }) => `  ${styleText('yellow', '!')} ${message}`),
  ];
}

function done(counts: OutcomeCounts): number {
  return FINAL_OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Cells are shared out by cumulative rounding, so they always sum to the bar's width. */
function bar(counts: OutcomeCounts, total: number): string {
  let before = 0;
  let cells = 0;
  let text = '';
  for (const outcome of IN_ORDER) {
    before += counts[outcome];
    const upTo = total === 0 ? 0 : Math.round((before / total) * BAR_CELLS);
    text += styleText(LOOKS[outcome].style, (FINAL_OUTCOMES.includes(outcome) ? '█' : '░').repeat(upTo - cells));
    cells = upTo;
  }
  return text + styleText('gray', '░'.repeat(BAR_CELLS - cells));
}

function isOutcome(word: string): word is Outcome {
  return OUTCOMES.some((outcome) => outcome === word);
}
