import { plainListName } from '../../../shared/campaign/plain-name.ts';
import { words } from '../../words/words.ts';

/** A list in words: its import and the contact it begins with, without the token that its name at Exotel ends in. */
export function listTitle(name: string): string {
  const plain = plainListName(name);
  if (plain === null) return name;
  return plain.firstContact === 1 ? plain.words : words.lists.from(plain.words, plain.firstContact);
}
