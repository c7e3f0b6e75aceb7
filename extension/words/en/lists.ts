import { countOf, formatCount } from '../format-number.ts';

export const lists = {
  title: 'Lists',
  lead: 'Numbers kept at Exotel. Call a list again with any template, without another upload.',
  caption: 'Lists at Exotel',
  name: 'List',
  from: (name: string, first: number) => `${name}, from contact ${formatCount(first)}`,
  contacts: 'Contacts',
  created: 'Created',
  madeBy: 'Created by',
  ofImport: 'An import',
  elsewhere: 'Elsewhere',
  action: 'Delete',
  none: 'No lists at Exotel. Large files, personal texts and messages create them.',
  remove: 'Delete',
  removeNamed: (name: string) => `Delete the list ${name}`,
  removeTitle: (name: string) => `Delete the list “${name}”?`,
  removeBody: (contacts: number | null) =>
    `${contacts === null ? 'Its contacts are' : `Its ${countOf(contacts, 'contact is', 'contacts are')}`} removed from Exotel. Campaigns made from it keep their numbers; new ones have to upload them again. This cannot be undone.`,
  removeDo: 'Delete list',
  keep: 'Keep it',
  removed: (name: string) => `The list “${name}” was deleted.`,
};
