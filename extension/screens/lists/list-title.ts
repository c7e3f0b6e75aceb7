import { plainListName } from '../../../shared/campaign/plain-name.ts';
import { words } from '../../words/words.ts';

/** A list's name in words: its import and first contact, without the token at the end. */
export function listTitle(name: string): string {
  const plain = plainListName(name);
  if (plain === null) return name;
  return plain.firstContact === 1 ? plain.words : words.lists.from(plain.words, plain.firstContact);
}
