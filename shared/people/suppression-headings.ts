/** Of the list of people not to be called, as it is downloaded. */
export const SUPPRESSION_HEADINGS = [
  'Number',
  'Channel',
  'Group',
  'Source',
  'Since',
  'By',
  'Note',
  'Expires',
  'Upload',
  'Import',
  'Row',
  'Call',
] as const;

/** Our own list: a number in its notes, or in an import's name, is nobody who is not to be called. */
export function isSuppressionList(headings: readonly string[]): boolean {
  return SUPPRESSION_HEADINGS.every((heading, at) => headings[at] === heading);
}
