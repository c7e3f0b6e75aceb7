import type { OutcomeCounts } from '../../../shared/protocol/outcomes.ts';
import { formatCount } from '../format-number.ts';

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
  open: 'Open it to see what to do.',
};
