import { plainShape } from '../../fixtures/plain-shape.ts';
import { bindText } from '../../../shared/template/text-variables.ts';
import { templateText, type Template } from '../../../shared/template/template-schema.ts';
import type { CheckResult } from '../../../worker/import/record/import-record.ts';

/** How the contacts of a world reach Exotel: inside campaigns of calls, or as lists for calls or for messages. */
export const WAYS = ['inline', 'static', 'dynamic', 'sms', 'personal sms'] as const;
export type Way = (typeof WAYS)[number];

const STORED = {
  id: 'template',
  name: 'Diwali greeting',
  window: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'asha',
};

function voice(text: string): Template {
  return {
    ...STORED,
    channel: 'voice',
    callerId: '08088919888',
    flow: { kind: 'greeting', text },
    retries: { count: 1, intervalMinutes: 5, mechanism: 'Linear', on: ['busy', 'no-answer'] },
    throttle: null,
    callDuplicates: false,
    purpose: 'service',
    keys: {},
    customField: null,
  };
}

function sms(text: string): Template {
  const dlt = { senderId: 'DIWALI', dltEntityId: '1101428740000012125', dltTemplateId: '1107160016142600511' };
  return { ...STORED, channel: 'sms', text, smsType: 'transactional', purpose: 'service', ...dlt };
}

const TEMPLATES: Readonly<Record<Way, Template>> = {
  inline: voice('Happy Diwali'),
  static: voice('Happy Diwali'),
  dynamic: voice('Happy Diwali @@Name'),
  sms: sms('Happy Diwali'),
  'personal sms': sms('Happy Diwali @@Name'),
};

export function templateOf(way: Way): Template {
  return TEMPLATES[way];
}

/** The result of checking a file of two columns, number and name. */
export function checkOf(template: Template, contacts: number): CheckResult {
  const headings = ['Number', 'Name'];
  const bound = bindText(templateText(template) ?? '', headings);
  if (!bound.ok) throw new Error(bound.error.code);
  return {
    rows: {
      total: contacts,
      accepted: contacts,
      duplicate: 0,
      invalid: 0,
      blank: 0,
      suppressed: 0,
      called_recently: 0,
    },
    issues: {},
    otherTables: [],
    shape: { ...plainShape(), headings, numberColumn: 0 },
    sha256: '',
    numbersHash: '',
    variables: bound.value.variables.map((variable) => Object.assign({ missing: 0, shortened: 0 }, variable)),
    longestRowBytes: 60,
    parts: null,
    generation: 1,
  };
}
