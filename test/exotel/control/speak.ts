import type { Audience } from '../campaigns/campaign.ts';
import { CELL_END } from '../lists/contact-list.ts';

const MARK = '@@';

/**
 * A text as one contact hears or reads it: `@@` and a header, letter for letter, becomes the contact's cell, the longest
 * header first because headers may hold spaces and begin alike. A name that is no header stays, so that it is seen.
 */
export function speak(text: string, audience: Audience, place: number): string {
  if (audience.kind !== 'lists' || audience.type !== 'dynamic') return text;
  const cells = (audience.details[place] ?? '').split(CELL_END);
  const columns = [...audience.headers.entries()].toSorted(([, left], [, right]) => right.length - left.length);
  const [before = '', ...pieces] = text.split(MARK);
  const spoken = pieces.map((piece) => {
    const column = columns.find(([, header]) => piece.startsWith(header));
    return column === undefined ? MARK + piece : (cells[column[0]] ?? '') + piece.slice(column[1].length);
  });
  return before + spoken.join('');
}
