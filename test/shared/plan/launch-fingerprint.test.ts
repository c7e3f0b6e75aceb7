import { describe, expect, it } from 'vitest';
import {
  accountPart,
  adjustPart,
  changedParts,
  columnsPart,
  FINGERPRINT_PARTS,
  peoplePart,
  templatePart,
} from '../../../shared/plan/launch-fingerprint.ts';
import type { VoiceTemplateInput } from '../../../shared/template/template-schema.ts';

const TEMPLATE: VoiceTemplateInput = {
  name: 'Diwali greeting',
  channel: 'voice',
  callerId: '08088919888',
  flow: { kind: 'greeting', text: 'Happy Diwali.' },
  retries: { count: 1, intervalMinutes: 5, mechanism: 'Linear', on: ['busy'] },
  window: null,
  throttle: null,
  callDuplicates: false,
  purpose: 'service',
  keys: {},
  customField: null,
};
const SHAPE = {
  header: true,
  numberColumn: 1,
  callingCodeColumn: null,
  moreColumns: [],
  numbers: 'first',
  requiredColumns: [],
} as const;

/** For every leaf, a copy with another value there. The value may have another type, so the types are asserted. */
function eachChanged<T>(value: T): T[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is wrong on purpose
  return changedOnce(value) as T[];
}

function changedOnce(value: unknown): unknown[] {
  if (Array.isArray(value))
    return [...value.flatMap((each, i) => changedOnce(each).map((other) => value.with(i, other))), [...value, 'more']];
  if (typeof value !== 'object' || value === null) return [value === 'other' ? 'another' : 'other'];
  return Object.entries(value).flatMap(([key, each]) =>
    changedOnce(each).map((other) => Object.assign({}, value, { [key]: other })),
  );
}

describe('the fingerprint of a template', () => {
  it('is another one for every change of what is heard or when, and the same for what is not', () => {
    const { name: _, ...heard } = TEMPLATE;
    const all = eachChanged(heard).map((each) => templatePart({ ...each, name: TEMPLATE.name }));
    expect(all.length).toBeGreaterThan(12);
    expect(new Set([templatePart(TEMPLATE), ...all]).size).toBe(all.length + 1);
    const stored = { ...TEMPLATE, name: 'Renamed', id: 't1', createdAt: 'a', updatedAt: 'b', createdBy: 'asha' };
    expect(templatePart(stored)).toBe(templatePart(TEMPLATE));
  });

  it('does not depend on the order of keys, nor on a null that is left out', () => {
    const reversed = Object.fromEntries(
      Object.entries(TEMPLATE)
        .toReversed()
        .filter(([, value]) => value !== null),
    );
    expect(templatePart(JSON.parse(JSON.stringify(reversed)))).toBe(templatePart(TEMPLATE));
  });

  it('covers settings that nobody has thought of yet', () => {
    const later = { ...TEMPLATE, mood: 'festive' };
    expect(templatePart(later)).not.toBe(templatePart(TEMPLATE));
  });
});

describe('the other parts', () => {
  it('take one start for another way of writing it', () => {
    const at = (startAt: string) => adjustPart({ startAt }, 'auto');
    expect(at('2026-11-30T10:00:00+05:30')).toBe(at('2026-11-30T04:30:00.000Z'));
    expect(at('2026-11-30T10:00:00Z')).not.toBe(at('2026-11-30T04:30:00Z'));
    expect(adjustPart({ startAt: null }, 'auto')).toBe(adjustPart({}, 'auto'));
    expect(adjustPart({}, 'lists')).not.toBe(adjustPart({}, 'auto'));
  });

  it('tell columns, accounts and people apart', () => {
    const columns = eachChanged(SHAPE).map((shape) => columnsPart(shape, []));
    const name = { name: 'Name', column: 0, fallback: '', spoken: null };
    const variables = [[], [name], [{ ...name, column: 2 }], [{ ...name, fallback: 'friend' }]];
    const all = [...columns, ...variables.map((each) => columnsPart(SHAPE, each))];
    expect(new Set(all).size).toBe(all.length);
    const account = { window: { openMinute: 540, closeMinute: 1260 }, timeZone: 'Asia/Kolkata', callsPerMinute: 60 };
    const accounts = eachChanged(account).map((each) => accountPart(each));
    expect(new Set([accountPart(account), ...accounts]).size).toBe(accounts.length + 1);
    const people = { sha256: 'a', numbersHash: 'b', accepted: 7 };
    const others = eachChanged(people).map((each) => peoplePart(each));
    expect(new Set([peoplePart(people), ...others]).size).toBe(others.length + 1);
  });

  it('are held against each other by name; inherited and unknown names say nothing', () => {
    const now = { template: 'a', adjust: 'b', columns: 'c', account: 'd', people: 'e' };
    expect(changedParts({}, now, FINGERPRINT_PARTS)).toEqual([]);
    expect(changedParts({ template: 'a', people: 'x', later: 'y' }, now, FINGERPRINT_PARTS)).toEqual(['people']);
    expect(changedParts(JSON.parse('{"__proto__": {"template": "x"}}'), now, FINGERPRINT_PARTS)).toEqual([]);
    expect(changedParts({ account: 'x', template: 'x' }, now, ['template'])).toEqual(['template']);
  });
});
