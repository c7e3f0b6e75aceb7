import { accountFileSchema, type AccountFile, type MovedDestination } from '../../shared/protocol/account-file.ts';
import { MAX_PAGE_SIZE } from '../../shared/limits.ts';
import { MAX_TOKENS } from '../../shared/team-limits.ts';
import { accountsOf, configOf, peopleOf, teamOf, type AppContext } from '../context.ts';
import { createPersonHash } from '../person-hash.ts';
import { directoryOf } from '../sink/callback-places.ts';
import { templateSchema, type Template } from '../../shared/template/template-schema.ts';

/** Everything the team has made, as a file that this or another Worker can take in. */
export async function exportAccount(c: AppContext): Promise<AccountFile> {
  const { EXOTEL_ACCOUNT_SID, CALLBACK_SECRET } = configOf(c);
  const [templates, settings, sinks, destinations, people, tokens] = await Promise.all([
    templatesOf(c),
    peopleOf(c).settings(),
    directoryOf(c).sinks(),
    destinationsOf(c),
    peopleOf(c).erasedPeople(),
    teamOf(c).page(0, MAX_TOKENS),
  ]);
  // Passed through the schema, so that stored fields that are not part of it, such as a sink's account, are not
  // exported.
  const file = accountFileSchema.parse({
    kind: 'dialsheet-account',
    version: 1,
    exportedAt: new Date().toISOString(),
    accountSid: EXOTEL_ACCOUNT_SID,
    templates: [],
    settings,
    sinks,
    destinations,
    erased: { secretMark: secretMark(CALLBACK_SECRET), people },
    tokens: tokens.items,
  });
  // A template that an earlier version accepted and this one would refuse is exported unchanged.
  return { ...file, templates: templates.map((each) => templateSchema.safeParse(each).data ?? each) };
}

async function templatesOf(c: AppContext): Promise<Template[]> {
  const all: Template[] = [];
  for (;;) {
    const { items, total } = await accountsOf(c).templates(all.length, MAX_PAGE_SIZE);
    all.push(...items);
    if (items.length === 0 || all.length >= total) return all;
  }
}

/** A mark that is equal where the secret is equal, and reveals nothing of it: the keyed hash of nobody. */
export function secretMark(secret: string): string {
  return createPersonHash(secret).person(0);
}

async function destinationsOf(c: AppContext): Promise<MovedDestination[]> {
  const ids = await directoryOf(c).destinations();
  const views = await Promise.all(ids.map((id) => c.env.DESTINATIONS.getByName(id).view()));
  return views.flatMap((view) => (view === null ? [] : [view]));
}
