import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words as english } from '../../../extension/words/en.ts';
import { words as hindi } from '../../../extension/words/hi.ts';
import { leavesOf } from './leaves-of.ts';

const FOLDER = join(import.meta.dirname, '../../../extension/words/hi');
const sources = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

/** One word per idea: the word to use, and other words that were or could be used for it. */
const ONE_WORD: readonly (readonly [said: string, never: RegExp])[] = [
  ['इंपोर्ट', /इम्पोर्ट|आयात/u],
  ['एक्सपोर्ट', /निर्यात/u],
  ['फिर चालू करें', /जारी कर|फिर चला/u],
  ['गति', /रफ़्तार/u],
  ['कॉल का समय', /कॉल के घंटे|कॉल के घंटों/u],
  ['इवेंट', /घटना/u],
  ['डेस्टिनेशन', /गंतव्य/u],
  ['न्योते', /आमंत्रण/u],
  ['सेंडर आईडी', /भेजने वाली आईडी/u],
  ['आईडी', /\bID\b|\bid से\b/u],
  ['SMS', /एसएमएस/u],
  ['DND', /डीएनडी/u],
  ['Exotel', /एक्सोटेल/u],
  ['Dialsheet', /डायलशीट/u],
  ['कॉल डिटेल', /कॉल विवरण|कॉल के ब्योरे/u],
  ['टेबल', /तालिका/u],
  ['टिक', /निशान/u],
  ['सेव करें', /सहेज/u],
  ['पेस्ट करें', /चिपका/u],
  ['वर्शन', /संस्करण/u],
  ['विंडो', /खिड़की/u],
  ['सिर्फ़', /केवल/u],
  ['फ़ेल', /विफल|असफल/u],
  ['अनुमति', /इजाज़त/u],
  ['रिक्वेस्ट', /अनुरोध/u],
  ['ख़त्म', /खत्म/u],
  ['ख़बर', /खबर/u],
  ['खाली', /ख़ाली/u],
  ['ग़लत', /गलत/u],
];

/** English has one word for these; Hindi has one for each use, or inflects it to agree with its noun. */
const OF_EACH_USE: ReadonlySet<string> = new Set([
  'Try again',
  'Not started',
  'Undo',
  'Duplicate',
  'Stop',
  'Finished',
  'From',
  'Needs attention',
  'Newest first',
  'Oldest first',
  'Created by',
  'Elsewhere',
  'Created',
  'Completed',
  'Never',
  'Received',
]);

/** The terms of the field, which Hindi must have wherever English has them. */
const TERMS: readonly (readonly [english: RegExp, hindi: RegExp])[] = [
  [/\bimports?\b/iu, /इंपोर्ट/u],
  [/\bcampaigns?\b/iu, /कैंपेन/u],
  [/\btemplates?\b/iu, /टेम्पलेट|Content templates/u],
  [/\bcallbacks?\b/iu, /कॉलबैक|ख़बर|पते/u],
  [/\bsinks?\b/iu, /सिंक/u],
  [/\bdestinations?\b/iu, /डेस्टिनेशन/u],
  [/(?<!\.)\bworkers?\b/iu, /Worker/u],
  [/\btokens?\b/iu, /टोकन|TEAM_TOKENS/u],
  [/\bCSV\b/u, /CSV/u],
  [/\bSMS\b/u, /SMS/u],
  [/\bDLT\b/u, /DLT/u],
  [/\bsender ids?\b/iu, /सेंडर आईडी/u],
  [/\bcaller id\b/iu, /कॉलर आईडी/u],
  [/\bretr(?:y|ies)\b/iu, /दोबारा कोशिश|आख़िरी कोशिश|फिर कॉल/u],
  [/\bresumed?\b/iu, /फिर चालू/u],
  [/\bcalling hours\b/iu, /कॉल (?:का|के|का अलग) समय|इस समय/u],
  [/\bpace\b/iu, /गति/u],
  [/\bcall details\b/iu, /कॉल डिटेल/u],
  [/\badmins?\b/iu, /एडमिन/u],
  [/\bdrafts?\b/iu, /ड्राफ़्ट/u],
];

const inHindi = new Map(leavesOf(hindi).map(({ path, value }) => [path, value]));
const pairs = leavesOf(english).flatMap(({ path, value }) => {
  const translated = inHindi.get(path);
  return typeof value === 'string' && typeof translated === 'string' ? [{ path, value, translated }] : [];
});

describe('one word per idea, in Hindi', () => {
  it.each(ONE_WORD)('says “%s”, and nothing else for it', (said, never) => {
    expect(sources.filter(({ text }) => text.includes(said))).not.toEqual([]);
    expect(sources.filter(({ text }) => never.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it.each(TERMS)('has the word of the field for %s', (term, word) => {
    const saying = pairs.filter(({ value }) => term.test(value));
    expect(saying).not.toEqual([]);
    expect(saying.filter(({ translated }) => !word.test(translated)).map(({ path }) => path)).toEqual([]);
  });

  it('says the same for the same English', () => {
    const said = Map.groupBy(pairs, ({ value }) => value);
    const apart = [...said].filter(([, of]) => new Set(of.map(({ translated }) => translated)).size > 1);
    expect(apart.map(([value]) => value).filter((value) => !OF_EACH_USE.has(value))).toEqual([]);
    expect([...OF_EACH_USE].filter((value) => !apart.some(([each]) => each === value))).toEqual([]);
  });
});
