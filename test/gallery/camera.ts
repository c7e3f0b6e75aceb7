import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';

export const THEMES = ['light', 'dark'] as const;
export const WIDTHS = [360, 1440] as const;
/** Height of the window before it grows with what it shows. */
const HEIGHTS: Readonly<Record<(typeof WIDTHS)[number], number>> = { 360: 640, 1440: 900 };
/** A longer screen is cut here. */
const MAX_HEIGHT = 2_000;
/** With the encoder of mozjpeg, a third smaller than what a browser writes: hundreds of pictures are kept in git. */
const ENCODING = { quality: 42, mozjpeg: true };

/** "home-en-light-360.jpg" */
export function pictureName(scene: string, language: string, theme: string, width: number): string {
  return `${scene}-${language}-${theme}-${width}.jpg`;
}

/** Takes a page as it stands, in both themes and all widths. A dialog is shown in a window, anything else whole. */
export async function takePictures(page: Page, folder: string, scene: string, language: string): Promise<void> {
  for (const width of WIDTHS) {
    const height = HEIGHTS[width];
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
