import { describe, expect, it } from 'vitest';
import { words as english } from '../../../extension/words/en.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import type { TrailLine } from '../../../shared/protocol/team.ts';
import { noOutcomes } from '../../../shared/protocol/outcomes.ts';
import { leavesOf } from './leaves-of.ts';

/** Functions that take codes and facts; other tests call them with these. */
const BY_CODE = /^(sentences\.|faultSentence$|issues\.unreadableReturn$|destinations\.diagnosis$)/;

const TEXTS = `action about cell version needed callerId source time clock counts duration end fileName heading hint host id error format kind letters message name number
  outcome percent reason reasons region sender sheet state template url user variable wanted what when zone address from to by note until date amount worker inUse`;
const NUMBERS = `busiest bytes calls campaigns chars columns contacts corrected count days done duplicate failed first hours imports
  last left limit people line lists mended milliseconds minutes offset pace parts perMinute place repeats retries row rows rupees seconds sent seq status
  shown taken total used waiting above most low likely high`;
const LISTS = 'addresses headings names values variables';

const samples = new Map<string, (position: number, big: boolean) => unknown>();
for (const name of TEXTS.split(/\s+/)) samples.set(name, () => `‹${name}›`);
for (const name of NUMBERS.split(/\s+/)) samples.set(name, (position, big) => (big ? 12_480 + position * 111 : 1));
for (const name of LISTS.split(/\s+/)) samples.set(name, () => [`‹${name}›`, '‹other›']);
samples.set('fallback', () => '‹fallback›');
samples.set('policy', () => '‹policy›');
samples.set('lastTime', (_position, big) => big);
samples.set('step', () => 'check');
samples.set('channel', (_position, big) => (big ? 'voice' : 'sms'));
samples.set('all', (_position, big) => big);
samples.set('doubling', (_position, big) => big);
samples.set('isOver', (_position, big) => big);

const LINE: TrailLine = {
  seq: 7,
  at: '2026-11-22T03:00:00Z',
  who: '‹who›',
  role: 'launcher',
  from: 'extension',
  identity: null,
  what: 'import.approved',
  result: 'done',
  code: null,
  on: { kind: 'import', ref: 'k3v9x2a7', name: '‹name›' },
  before: { askedBy: '‹by›' },
  after: null,
  counts: { contacts: 12_480 },
  note: null,
  prev: '',
};

/** Arguments for functions whose parameter names do not say what they take. */
const GIVEN: Readonly<Record<string, readonly unknown[]>> = {
  'issues.merged': [{ rows: 60, mended: 50, stillWrong: 5, unchanged: 3, unknown: 2 }],
  'news.outcome': [{ ...noOutcomes(), completed: 1_200, no_answer: 30, busy: 4 }],
  'news.dayTotals': [{ people: 12_480, answered: 10_195, sent: 240, open: 7, unaccounted: 3 }],
  'file.notText': ['pdf'],
  'trail.sentence': [LINE],
  'campaigns.done': ['pause'],
  'check.grown.newOrChanged': [{ fresh: 220, changed: 20, heading: '‹Stage›' }, 'voice'],
  'confirm.capPassed': [{ cap: 'day', limit: 1_000, already: 400, likely: 800, over: 200 }],
  'watch.crm.columns': [3, 12_480],
  'spreadsheets.hiddenColumnsQuestion': [['‹Name›', '‹City›']],
  'spreadsheets.hiddenColumnsKept': [['‹Name›', '‹City›']],
  'spreadsheets.hiddenColumnsLeftOut': [['‹Name›', '‹City›']],
};

const GIVEN_ONE: Readonly<Record<string, readonly unknown[]>> = {
  'check.grown.newOrChanged': [{ fresh: 1, changed: 1, heading: '‹Stage›' }, 'sms'],
  'file.limits': [1, 1_000_000],
  'issues.merged': [{ rows: 1, mended: 1, stillWrong: 1, unchanged: 1, unknown: 1 }],
  'news.outcome': [{ ...noOutcomes(), completed: 1, no_answer: 1, busy: 1, unaccounted: 1 }],
  'news.dayTotals': [{ people: 1, answered: 0, sent: 1, open: 1, unaccounted: 1 }],
  'watch.crm.columns': [1, 1],
};

/** Wrong plurals after 1: "1 लोगों", or a plural verb in the same sentence, "1 कॉन्टैक्ट छूट जाएँगे". */
const MANY_THINGS = 'लोग|लोगों|पंक्तियाँ|पंक्तियों|कोशिशें|फ़ाइलें|नंबरों|सेलों|दिनों|घंटों|घंटे|हिस्से|नए(?! व्यक्ति)|पुराने';
const THINGS = 'कॉन्टैक्ट|इंपोर्ट|कैंपेन|कॉलबैक|इवेंट|मैसेज|कॉल|और कॉलबैक|चालू कैंपेन';
const MANY_DO = 'हैं|गए|हुए|आए|गईं|हुईं|करेंगे|होंगी|होंगे|जाएँगे|जाएँगी';
const ONE_AS_MANY = new RegExp(
  `(?<![\\d.,])1 (?:(?:${MANY_THINGS})(?=[\\s।,:;]|$)|(?:${THINGS})(?= )[^।,:;\\d]* (?:${MANY_DO})(?=[।,:;]|$))`,
  'mu',
);

/** The names of a function's parameters, from its source: stripping types keeps names. */
function parametersOf(told: unknown): string[] {
  const [, inside = ''] = /^(?:function \w+)?\(([^)]*)\)/.exec(String(told)) ?? [];
  return inside.split(',').flatMap((each) => each.match(/\w+/)?.[0] ?? []);
}

function say(told: unknown, given: readonly unknown[]): string {
  if (typeof told !== 'function') throw new TypeError('Not a function');
  return leavesOf(Reflect.apply(told, undefined, given))
    .map(({ value }) => String(value))
    .join('\n');
}

const numbersIn = (text: string) => (text.replaceAll(/(?<=\d),(?=\d)/g, '').match(/\d+(\.\d+)?/g) ?? []).sort();
const namesIn = (text: string) => [...new Set(text.match(/‹\w+›/g))].sort();

const inHindi = new Map(leavesOf(hindi).map(({ path, value }) => [path, value]));
const functions = leavesOf(english).filter(({ path, value }) => typeof value === 'function' && !BY_CODE.test(path));

describe.each(functions)('$path', ({ path, value }) => {
  it.each([true, false])('says the same names and numbers in Hindi (large ones: %s)', (big) => {
    const given = GIVEN[path] ?? parametersOf(value).map((name, at) => sampleOf(name)(at, big));
    const [before, after] = [say(value, given), say(inHindi.get(path), given)];
    expect(after).not.toBe('');
    expect(numbersIn(after)).toEqual(numbersIn(before));
    expect(namesIn(after)).toEqual(namesIn(before));
  });

  it('says one of a thing as one', () => {
    const given = GIVEN_ONE[path] ?? GIVEN[path] ?? parametersOf(value).map((name, at) => sampleOf(name)(at, false));
    expect(say(inHindi.get(path), given)).not.toMatch(ONE_AS_MANY);
  });
});

function sampleOf(name: string): (position: number, big: boolean) => unknown {
  const sample = samples.get(name);
  if (!sample) throw new Error(`Say above what "${name}" is, for a sample of it`);
  return sample;
}
