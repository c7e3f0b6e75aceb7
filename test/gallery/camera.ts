import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export const THEMES = ['light', 'dark'] as const;
/** Where a scene names none. */
export const WIDTHS: readonly number[] = [360, 1440];
/** Height of the window before it grows with what it shows. */
const NARROW_HEIGHT = 640;
const WIDE_HEIGHT = 900;
export const WIDE_FROM = 640;
/** A longer screen is cut here. */
const MAX_HEIGHT = 2_000;
/** With the encoder of mozjpeg, a third smaller than what a browser writes: hundreds of pictures are kept in git. */
const ENCODING = { quality: 38, mozjpeg: true };

/** "home-en-light-360.jpg" */
export function pictureName(scene: string, language: string, theme: string, width: number): string {
  return `${scene}-${language}-${theme}-${width}.jpg`;
}

export interface Shot {
  readonly scene: string;
  readonly language: string;
  readonly widths: readonly number[];
}

/** Takes a page as it stands, in both themes and all widths. A dialog is shown in a window, anything else whole. */
export async function takePictures(page: Page, folder: string, { scene, language, widths }: Shot): Promise<void> {
  for (const width of widths) {
    const height = width < WIDE_FROM ? NARROW_HEIGHT : WIDE_HEIGHT;
    await page.setViewportSize({ width, height });
    const whole = await page.evaluate(() =>
      document.querySelector('dialog[open]') === null ? document.documentElement.scrollHeight : 0,
    );
    await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), MAX_HEIGHT) });
    for (const theme of THEMES) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      const path = join(folder, pictureName(scene, language, theme, width));
      const shot = await page.screenshot({ type: 'png', animations: 'disabled', caret: 'hide' });
      await sharp(shot).jpeg(ENCODING).toFile(path);
    }
  }
}
