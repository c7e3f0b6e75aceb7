import { EXTENSION_ORIGIN } from '../shared/protocol/extension-origin.ts';

/**
 * Origins as browsers write them. Chromium's id is 32 letters from a to p; Firefox's is a UUID that differs for each
 * install.
 */
const ORIGIN = /^(?:chrome-extension:\/\/[a-p]{32}|moz-extension:\/\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * Reads `EXTENSION_ORIGINS`, separated by commas or spaces; empty means the unpacked build alone. Null if an entry is
 * not such an origin.
 */
export function parseExtensionOrigins(text: string): readonly string[] | null {
  const origins = text.split(/[\s,]+/).filter((origin) => origin !== '');
  if (origins.length === 0) return [EXTENSION_ORIGIN];
  return origins.every((origin) => ORIGIN.test(origin)) ? origins : null;
}
