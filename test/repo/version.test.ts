import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { VERSION } from '../../shared/version.ts';
import { readProjectFile } from './source-files.ts';

describe('the version', () => {
  it('is the same in package.json and in the code', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readProjectFile('package.json')));
    expect(VERSION).toBe(version);
  });
});
