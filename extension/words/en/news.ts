import type { OutcomeCounts } from '../../../shared/protocol/outcomes.ts';
import { countOf, formatCount } from '../format-number.ts';

/** What a team started in a day, and how far that is. */
interface DayTotals {
  readonly people: number;
  readonly answered: number;
  readonly sent: number;
  readonly open: number;
  readonly unaccounted: number;
}

/** Notifications: a title and a line, without a number or a name of anybody called. */
export const news = {
  finished: 'Finished',
  stopped: 'Stopped',
  attention: 'Needs you',
  uploadWaits: 'Waits for you before it goes on',
  approvalAsked: 'Waits for your approval',
  sentBack: 'Was sent back',
  title: (name: string, what: string) => `${name}: ${what}`,
  outcome: (contacts: OutcomeCounts) =>
    `${formatCount(contacts.completed)} completed, ${formatCount(contacts.no_answer)} no answer, ${formatCount(contacts.busy)} busy${
      contacts.unaccounted > 0 ? `, ${formatCount(contacts.unaccounted)} without a result from Exotel` : ''
    }.`,
  dayEnd: (imports: number) => `End of the day: ${countOf(imports, 'import', 'imports')} started`,
  dayTotals: ({ people, answered, sent, open, unaccounted }: DayTotals) => {
    const done = [
      ...(answered > 0 || sent === 0 ? [`${formatCount(answered)} answered`] : []),
      ...(sent > 0 ? [`${countOf(sent, 'message', 'messages')} sent`] : []),
    ];
    return [
      `${done.join(' and ')}, of ${formatCount(people)} in all.`,
      ...(open > 0 ? [`${formatCount(open)} still to come.`] : []),
      ...(unaccounted > 0 ? [`${formatCount(unaccounted)} without a result from Exotel.`] : []),
    ].join(' ');
  },
  open: 'Open it to see what to do.',
};
