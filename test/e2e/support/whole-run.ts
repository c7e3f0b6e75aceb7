/**
 * `npm run test:browsers` tries every size, every row, every way; `npm test`, which every change waits for, those in which
 * a fault of the others would show as well.
 */
export const IS_WHOLE = process.env['WHOLE_BROWSERS'] === '1';
