import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { projectPath } from '../local/project-root.ts';

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

export const FOLDERS = ['shared', 'worker', 'extension', 'test'] as const;
const CODE = new Set(['.ts', '.tsx', '.mjs', '.css', '.html']);

function walk(folder: string): string[] {
  return readdirSync(projectPath(folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** Every code file we wrote, in the folders where code lives. */
export const SOURCE_FILES: readonly SourceFile[] = FOLDERS.flatMap(walk)
  .filter((path) => CODE.has(extname(path)))
  .map((path) => {
    const text = readFileSync(projectPath(path), 'utf8');
    return { path, text, lines: text.split('\n').length - 1 };
  });

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}

export function isScript(path: string): boolean {
  return /\.(?:ts|tsx|mjs)$/.test(path);
}

export function folderOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

export function stem(path: string): string {
  return basename(path).replace(/\..*$/, '');
}

/** The paths for which `isBad` holds: what a test compares with an empty list, so that a failure names them. */
export function offenders(isBad: (file: SourceFile) => boolean, files = SOURCE_FILES): string[] {
  return files.filter((file) => isBad(file)).map(({ path }) => path);
}

export function readProjectFile(...parts: readonly string[]): string {
  return readFileSync(projectPath(...parts), 'utf8');
}
