import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { accountSchema } from '../../../shared/protocol/account.ts';
import { contactSearchSchema } from '../../../shared/protocol/contact.ts';
import { deliverySchema, destinationSchema } from '../../../shared/protocol/destination.ts';
import { importSchema } from '../../../shared/protocol/import.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { importView } from '../support/wire.ts';

const AT = '2026-11-22T03:00:00Z';
const NEWER = 'a_word_of_a_newer_worker';
/**
 * Fields that are not tried with an unknown word. An id, a time or an address is no word. A new channel would raise the
 * oldest extension version that the Worker accepts. An edit would write a destination's events back as they were
 * misread.
 */
const NO_WORDS = /(?:\.|^)(?:id|channel|kind|from|until|events\.0)$|At$/u;

const ANSWERS: Readonly<Record<string, readonly [z.ZodType, unknown]>> = {
  import: [
    importSchema,
    importView({
      shape: {
        encoding: 'utf-8',
        letterDoubt: 'mac_roman',
        delimiter: ',',
        header: true,
        headings: ['Mobile'],
        numberColumn: 1,
        verdict: { why: 'heading', doubt: 'several_alike', other: null, message: 'm', candidates: [] },
        callingCodeColumn: null,
        moreColumns: [],
        numbers: 'first',
        requiredColumns: [],
        statusColumn: null,
        doNotCallColumns: [],
        linesAbove: 1,
      },
      plan: {
        delivery: 'inline',
        why: 'w',
        reason: 'few_contacts',
        lists: 0,
        campaigns: 1,
        days: 1,
        worstCaseAttempts: 1,
        startsAt: AT,
        endsAt: AT,
      },
      variables: [{ name: 'Name', column: 1, heading: 'Name', missing: 0, shortened: 0, fallback: '', spoken: 'date' }],
      approval: { state: 'asked', by: 'ravi', at: AT, note: null },
      origin: { kind: 'import', id: 'k3v9x2a7', name: 'n', outcomes: ['busy'], keys: [] },
    }),
  ],
  account: [
    accountSchema,
    {
      accountSid: 's',
      region: 'mumbai',
      user: 'asha',
      role: 'admin',
      weekdays: ['mon'],
      window: { from: '09:00', to: '21:00' },
      timeZone: 'Asia/Kolkata',
      country: 'IN',
      callsPerMinute: 1,
      requestsPerMinute: 1,
      retentionDays: 1,
      limits: { fileBytes: 1, fileRows: 1, numbersPerCampaign: 1, retries: 1 },
      asOf: AT,
    },
  ],
  destination: [
    destinationSchema,
    {
      id: 'd1',
      name: 'n',
      url: 'https://a.example/',
      events: ['contact.finished'],
      state: 'active',
      failures: 0,
      failingSince: null,
      disablesAt: null,
      formerSecretUntil: null,
      lastSuccessAt: null,
      createdAt: AT,
      createdBy: 'asha',
    },
  ],
  delivery: [
    deliverySchema,
    { id: 'e', type: 't', status: 'delivered', attempts: 0, createdAt: AT, nextAt: null, last: null },
  ],
  contactSearch: [
    contactSearchSchema,
    {
      number: '+919876543210',
      items: [
        {
          line: 2,
          row: {},
          bin: 'left_out',
          firstLine: null,
          issue: { code: 'letters', value: 'x' },
          seq: 1,
          outcome: 'busy',
          calls: [],
        },
      ],
      asOf: AT,
    },
  ],
};

function wordsOf(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return NO_WORDS.test(path) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => wordsOf(each, path === '' ? key : `${path}.${key}`));
}

function withWord(value: unknown, path: string): unknown {
  const copy: unknown = structuredClone(value);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: unknown = copy;
  for (const key of keys) at = Reflect.get(Object(at), key);
  Reflect.set(Object(at), last, NEWER);
  return copy;
}

const CASES = Object.entries(ANSWERS).flatMap(([name, [, answer]]) =>
  wordsOf(answer).map((path) => [name, path] as const),
);

describe('an answer of a newer Worker', () => {
  it.each(Object.keys(ANSWERS))('is a sound %s before any word of it is changed', (name) => {
    const [schema, answer] = ANSWERS[name] ?? [];
    expect(schema?.safeParse(answer).error).toBeUndefined();
  });

  it.each(CASES)('%s is read though %s says what this extension does not know', (name, path) => {
    const [schema, answer] = ANSWERS[name] ?? [];
    expect(schema?.safeParse(withWord(answer, path)).error).toBeUndefined();
  });

  it('counts what is unknown of its contacts nowhere else', () => {
    const contacts = { ...noOutcomes(), [NEWER]: 3 };
    expect(importSchema.safeParse({ ...importView(), contacts }).error).toBeUndefined();
  });
});
