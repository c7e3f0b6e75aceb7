import { dirname, join } from 'node:path/posix';
import type { SourceFile } from './source-files.ts';

export interface ImportOf {
  readonly from: string;
  /** What is written between the quotes. */
  readonly specifier: string;
  /** Where a relative specifier leads, from the project's root; null for a package. */
  readonly target: string | null;
  readonly typeOnly: boolean;
}

const STATEMENT = /^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\bfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /(?<![.\w])import\(\s*['"]([^'"]+)['"]/g;

export function importsOf(file: SourceFile): ImportOf[] {
  const described = (specifier: string, typeOnly: boolean): ImportOf => ({
    from: file.path,
    specifier,
    target: specifier.startsWith('.') ? join(dirname(file.path), specifier) : null,
    typeOnly,
  });
  return [
    ...[...file.text.matchAll(STATEMENT)].map(([, type, specifier = '']) => described(specifier, type !== undefined)),
    ...[...file.text.matchAll(DYNAMIC)].map(([, specifier = '']) => described(specifier, false)),
  ];
}
