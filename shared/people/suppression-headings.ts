/** Headings of the list of people not to be called when it is downloaded. */
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

/** Recognises our own list, where a number in a note or an import's name is not a person who must not be called. */
export function isSuppressionList(headings: readonly string[]): boolean {
  return SUPPRESSION_HEADINGS.every((heading, at) => headings[at] === heading);
}
