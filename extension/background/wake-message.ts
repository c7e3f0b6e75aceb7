/** A message to the background: there is something to do. */
export const WAKE = 'dialsheet.wake';
