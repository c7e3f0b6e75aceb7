import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureName, THEMES, WIDTHS } from './camera.ts';
import type { Act } from './scene.ts';

/** Writes the table of contents beside the pictures. */
export async function writeContents(folder: string, acts: readonly Act[], languages: readonly string[]): Promise<void> {
  const lines = [
    '# Screens',
    '',
    'Every screen and state, taken from the real thing by `npm run gallery`: the built extension in a browser, a Worker and a',
    'stand-in for Exotel. Do not edit.',
    '',
    ...acts.flatMap(({ title, scenes }) => [
      `## ${title}`,
      '',
      ...scenes.flatMap(({ name, about }) => [
        `### ${about}`,
        '',
        shown(name),
        '',
        languages.map((language) => linksOf(name, language)).join(' · '),
        '',
      ]),
    ]),
  ];
  await writeFile(join(folder, 'README.md'), lines.join('\n'));
}

function shown(name: string): string {
  const [narrow, wide] = WIDTHS.map((width) => pictureName(name, 'en', 'light', width));
  return `<img src="${wide}" width="560" alt="${name}, wide"> <img src="${narrow}" width="200" alt="${name}, narrow">`;
}

function linksOf(name: string, language: string): string {
  const links = THEMES.flatMap((theme) =>
    WIDTHS.map((width) => `[${theme} ${width}](${pictureName(name, language, theme, width)})`),
  );
  return `${language}: ${links.join(', ')}`;
}
