import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { projectPath } from '../local/project-root.ts';
import { BARE_REQUESTS, SAMPLES, sampleJson, sampleText } from './exotel-samples.ts';

function printed(sample: (typeof SAMPLES)[number]): string {
  return sample.mended.reduceRight(
    (text, { printed, written }) => text.replaceAll(written, printed),
    sampleText(sample.file),
  );
}

describe("Exotel's published samples", () => {
  it('are all listed, and nothing else is', () => {
    const files = readdirSync(projectPath('test', 'fixtures', 'exotel-samples')).filter(
      (name) => !name.startsWith('.'),
    );
    expect(files.sort()).toEqual(['manifest.json', ...SAMPLES.map(({ file }) => file)].sort());
  });

  it.each(SAMPLES.map((sample) => [sample.file, sample] as const))(
    '%s is JSON, as printed but for its mends',
    (_file, sample) => {
      expect(sampleJson(sample.file)).toBeTypeOf('object');
      expect(createHash('sha256').update(printed(sample)).digest('hex')).toBe(sample.printedSha256);
    },
  );

  it.each(SAMPLES.filter(({ mended }) => mended.length > 0).map((sample) => [sample.file, sample] as const))(
    '%s is no JSON without them',
    (_file, sample) => {
      expect(() => JSON.parse(printed(sample)) as unknown).toThrow(SyntaxError);
    },
  );

  it('cover every call in every language a page has it in', () => {
    const languages = new Map<string, string[]>();
    for (const { call, kind, language = '' } of [...SAMPLES, ...BARE_REQUESTS]) {
      if (kind === 'request') languages.set(call, [...(languages.get(call) ?? []), language].sort());
    }
    const five = ['curl', 'go', 'node', 'php', 'python'];
    expect(Object.fromEntries(languages)).toEqual({
      'POST /campaigns': five,
      'GET /campaigns': five,
      'GET /campaigns/<id>': five,
      'PUT /campaigns/<id>': five,
      'PUT /campaigns/<id> action': five,
      'DELETE /campaigns/<id>': five,
      'GET /campaigns/<id>/call-details': five,
      'PUT /message-campaigns/<id> action': five,
    });
  });
});
