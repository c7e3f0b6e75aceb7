import { makeContactFile } from '../fixtures/make-contact-file.ts';

const FROM = { channel: 'voice', callerId: '08088919888' };

/** Names of templates, by what they are for. */
export const TEMPLATES = {
  plain: 'Diwali greeting',
  menu: 'Feedback after delivery',
  flow: 'Renewal reminder',
  personal: 'Order, by name',
  message: 'Order on its way',
} as const;

export const TEMPLATE_BODIES: readonly Readonly<Record<string, unknown>>[] = [
  {
    ...FROM,
    name: TEMPLATES.menu,
    flow: { kind: 'ivr', text: 'Press 1 if everything arrived, press 2 to be called back.', repeatMenu: 1 },
  },
  {
    ...FROM,
    name: TEMPLATES.flow,
    flow: { kind: 'flow', url: 'http://my.exotel.com/dialsheet-demo/exoml/start_voice/28311' },
  },
  {
    channel: 'sms',
    name: TEMPLATES.message,
    text: 'Dear @@Name, your order is on its way to @@City.',
    senderId: 'ACMEIN',
    dltEntityId: '1101234567890123456',
    dltTemplateId: '1107123456789012345',
  },
  {
    ...FROM,
    name: TEMPLATES.personal,
    flow: { kind: 'greeting', text: 'Namaste @@Name, your order for @@City is on its way.' },
  },
  {
    ...FROM,
    name: TEMPLATES.plain,
    flow: { kind: 'greeting', text: 'Namaste! Diwali offers are here: 20% off every plan renewed before Sunday.' },
    retries: { count: 1, intervalMinutes: 15, mechanism: 'Linear', on: ['busy', 'no-answer'] },
  },
];

/** Imports at the Worker, each in a state of its own. Ids are ours, so that every scene finds its import. */
export const IMPORTS = {
  finished: { id: 'june-survey', name: 'June survey', template: TEMPLATES.menu },
  sent: { id: 'order-updates', name: 'Order updates', template: TEMPLATES.message },
  running: { id: 'diwali-leads', name: 'Diwali leads', template: TEMPLATES.plain },
  paused: { id: 'wedding-season', name: 'Wedding season', template: TEMPLATES.plain },
  stopped: { id: 'loan-offers', name: 'Loan offers', template: TEMPLATES.flow },
  attention: { id: 'renewals-north', name: 'Renewals north', template: TEMPLATES.flow },
  lists: { id: 'orders-today', name: 'Orders today', template: TEMPLATES.personal },
  ready: { id: 'gold-members', name: 'Gold members', template: TEMPLATES.plain },
} as const;
export type ImportPart = (typeof IMPORTS)[keyof typeof IMPORTS];

/** A campaign that was made elsewhere. */
export const STRANGER = 'Customer satisfaction August';

/** Where callbacks of campaigns made elsewhere arrive, and where everything goes on to. */
export const SINK = 'Website calls';
export const DESTINATION = 'Customer database';

const CITIES = ['Pune', 'Kochi', 'Jaipur', 'Indore'];
const NAMES = ['Asha Nair', 'Ravi Iyer', 'आशा शर्मा', 'Meera Khan', 'Imran Patel', 'Kavita Rao', 'Om Joshi'];

/** Rows for texts with variables: every tenth has no city. */
export function personalRows(count: number, from = 0): string[][] {
  return Array.from({ length: count }, (_, row) => [
    NAMES[row % NAMES.length] ?? '',
    String(9_845_012_345 + (from + row) * 37),
    row % 10 === 9 ? '' : (CITIES[row % CITIES.length] ?? ''),
  ]);
}

export function personalFile(count: number, from = 0): string {
  return [['Name', 'Mobile', 'City'], ...personalRows(count, from)].map((cells) => cells.join(',')).join('\n');
}

/** A file as sales teams have them; another seed gives other numbers. */
export function leads(accepted: number, seed: number): Uint8Array<ArrayBuffer> {
  const share = (part: number) => Math.round(accepted * part);
  return makeContactFile({ accepted, duplicate: share(0.006), invalid: share(0.004), blank: 3, seed }).bytes();
}
