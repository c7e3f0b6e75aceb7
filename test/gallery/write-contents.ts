import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pictureName, THEMES, WIDE_FROM, WIDTHS } from './camera.ts';
import type { Act, Scene } from './scene.ts';

const NARROW_SHOWN = 200;
const WIDE_SHOWN = 560;

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
      ...scenes.flatMap((scene) => [
        `### ${scene.about}`,
        '',
        shown(scene),
        '',
        languages.map((language) => linksOf(scene, language)).join(' · '),
        '',
      ]),
    ]),
  ];
  await writeFile(join(folder, 'README.md'), lines.join('\n'));
}

function shown({ name, about, widths = WIDTHS }: Scene): string {
  return widths
    .toReversed()
    .map((width) => {
      const shownWidth = Math.min(width, width < WIDE_FROM ? NARROW_SHOWN : WIDE_SHOWN);
      return `<img src="${pictureName(name, 'en', 'light', width)}" width="${shownWidth}" alt="${about}, ${width} pixels wide">`;
    })
    .join(' ');
}

function linksOf({ name, widths = WIDTHS }: Scene, language: string): string {
  const links = THEMES.flatMap((theme) =>
    widths.map((width) => `[${theme} ${width}](${pictureName(name, language, theme, width)})`),
  );
  return `${language}: ${links.join(', ')}`;
}
