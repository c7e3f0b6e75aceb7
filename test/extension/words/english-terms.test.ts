import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');

/** The sources of a folder without comments, which users do not read. */
function sourcesIn(folder: string) {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(ROOT, folder, name), 'utf8') }))
    .map(({ name, text }) => ({ name, text: text.replaceAll(/\/\*[\s\S]*?\*\//gu, '') }));
}

/** Sentences of the screens, and those of the rules, which the Worker uses too. */
const SOURCES = [...sourcesIn('extension/words/en'), ...sourcesIn('shared')];

/** The wording that a busy person understands at once, and an old one: no subject, a passive wish, or an "of what". */
const SAID: readonly (readonly [said: string, never: RegExp])[] = [
  ['Call a new list', /'New import'/u],
  ['Review the numbers and times, then start.', /After the last look at/u],
  ['Hide these steps', /Do not show this again/u],
  ['Account type', /Who is called through it|What you call it/u],
  ['Same as browser', /As the browser/u],
  ['Check your token and paste it again.', /paste it in Settings/u],
  ['http:// works only for localhost', /Only localhost may go without/u],
  ['Enter a name (', /The name is too short for Exotel/u],
  ['Choose a number to call from', /does not look like an ExoPhone/u],
  ['Enter the message', /There is no text\. Write what/u],
  ['Use different calling hours', /Only in hours of its own/u],
  ['Maximum calls per minute', /Calls a minute, at most/u],
  ['Leave empty for the account limit', /as fast as the account may/u],
  ['Lower it so your team can handle', /from being flooded/u],
  ['Call duplicate numbers more than once', /as often as it is in the file/u],
  ['Untick if the first row is a contact.', /Without the tick the first row/u],
  ['Each person hears or reads the value from their own row.', /Each stands for a column/u],
  ['Choose a column for', /Say which column @@/u],
  ['Excel changed this number to', /power of ten/iu],
  ['(empty)', /nothing \(empty cell\)/u],
  ['Press Esc to cancel', /Escape leaves/u],
  ['Upload corrected rows', /Put a corrected file back/u],
  ['the last correction', /Undo the change of/u],
  ['Missing values', /Values that are missing/u],
  ['Preview', /'See one'/u],
  ['Finishes by (at the latest)', /All done by about/u],
  ['Maximum calls', /'Calls at most'/u],
  ['Change before starting', /Can still be changed/u],
  ['Pressing Start uploads the file. You can then close this window.', /leaves this browser only now/u],
  ['Start at a set time', /Not before a day and time/u],
  ['End time must be after start time', /Close them by/u],
  ['To call them again, tick the box below.', /If they are to be called once more/u],
  ['No result from Exotel', /Unaccounted for/u],
  ['Download Results to see who', /results\.csv names them/u],
  ['Find a number', /Was this number called/u],
  ['Any format works.', /However it is written…/u],
  ['Rejected by Exotel', /Not valid \((?:file|Exotel)/u],
  ['Link existing campaign', /Adopt a campaign/u],
  ['No calls yet', /Exotel has counted nothing/u],
  ['Pause first to end this campaign.', /To end it for good, pause/u],
  ['No matching campaigns', /No campaign fits/u],
];

describe('English as a busy sales person speaks it', () => {
  it.each(SAID)('says “%s”, and not %s', (said, never) => {
    expect({
      isSaid: SOURCES.some(({ text }) => text.includes(said)),
      otherwise: SOURCES.filter(({ text }) => never.test(text)).map(({ name }) => name),
    }).toEqual({ isSaid: true, otherwise: [] });
  });

  it('quotes and shortens with marks that bend', () => {
    const straight = /(?<=[A-Za-z])'(?:s|t|re|ll)\b(?=[^'"`\n]*["`])/u;
    const words = SOURCES.filter(({ name }) => name.startsWith('extension/words/'));
    expect(words.filter(({ text }) => straight.test(text)).map(({ name }) => name)).toEqual([]);
  });
});
