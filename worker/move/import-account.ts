import { DEFAULT_SETTINGS } from '../../shared/people/default-settings.ts';
import { accountFileSchema, type AccountFile, type AccountImported } from '../../shared/protocol/account-file.ts';
import { MAX_DESTINATIONS, MAX_SINKS } from '../../shared/sink-limits.ts';
import { accountsOf, configOf, peopleOf, unwrap, type AppContext } from '../context.ts';
import { ApiError } from '../errors.ts';
import { directoryOf, sinkOf } from '../sink/callback-places.ts';
import { newDestinationRecord, ownHosts, readAddress } from '../sink/new-destination.ts';
import { compareAccount, countsOf, type AccountChange } from './compare-account.ts';
import { exportAccount, secretMark } from './export-account.ts';

interface Wish {
  readonly dryRun: boolean;
  readonly overwrite: boolean;
}

/**
 * Takes in an account file: things that do not exist here are made under the same ids, equal things are left alone, and
 * different ones are replaced only if asked to. Everything is judged before anything is written; taking in the same
 * file twice changes nothing.
 */
export async function importAccount(c: AppContext, file: AccountFile, wish: Wish): Promise<AccountImported> {
  const here = await exportAccount(c);
  const change = compareAccount(file, here);
  requireRoom(change, here);
  for (const { url } of [...change.destinations.added, ...change.destinations.changed]) readAddress(c, url);
  const isFresh =
    JSON.stringify(accountFileSchema.shape.settings.parse(DEFAULT_SETTINGS)) === JSON.stringify(here.settings);
  const replaced = {
    templates: change.templates.changed.map(({ name }) => name),
    sinks: change.sinks.changed.map(({ name }) => name),
    destinations: change.destinations.changed.map(({ name }) => name),
    settings: change.settings === 'changed' && !isFresh,
  };
  const isHarmless =
    !replaced.settings &&
    [replaced.templates, replaced.sinks, replaced.destinations].every((names) => names.length === 0);
  if (!isHarmless && !wish.overwrite && !wish.dryRun)
    throw new ApiError({ code: 'would_overwrite', details: replaced });
  const isUsable = file.erased.secretMark === secretMark(configOf(c).CALLBACK_SECRET);
  const usable = isUsable ? file.erased.people : [];
  const known = new Set(here.erased.people.map(({ hash }) => hash));
  const erased = usable.filter(({ hash }) => !known.has(hash));
  const secrets = wish.dryRun ? [] : await write(c, file, change, erased);
  return {
    dryRun: wish.dryRun,
    templates: countsOf(change.templates),
    settings: change.settings,
    sinks: countsOf(change.sinks),
    destinations: countsOf(change.destinations),
    secrets,
    erased: {
      added: erased.length,
      same: usable.length - erased.length,
      unusable: file.erased.people.length - usable.length,
    },
    otherAccount: [...change.otherAccount],
    toInvite: file.tokens.map(({ name }) => name),
  };
}

function requireRoom({ sinks, destinations }: AccountChange, here: AccountFile): void {
  if (here.sinks.length + sinks.added.length > MAX_SINKS) throw new ApiError({ code: 'too_many_sinks' });
  if (here.destinations.length + destinations.added.length > MAX_DESTINATIONS)
    throw new ApiError({ code: 'too_many_destinations' });
}

/** The list of people not to be called is written first, so that it holds even if the rest is cut off. */
async function write(
  c: AppContext,
  file: AccountFile,
  { templates, sinks, destinations, settings }: AccountChange,
  erased: AccountFile['erased']['people'],
): Promise<AccountImported['secrets']> {
  const account = configOf(c).EXOTEL_ACCOUNT_SID;
  await peopleOf(c).restoreErased(erased);
  if (settings === 'changed') await peopleOf(c).restoreSettings(file.settings);
  for (const template of [...templates.added, ...templates.changed]) await accountsOf(c).saveTemplate(template);
  for (const sink of [...sinks.added, ...sinks.changed]) {
    unwrap(await directoryOf(c).add({ ...sink, account }));
    await sinkOf(c, sink.id).create({ ...sink, account });
  }
  const secrets: AccountImported['secrets'] = [];
  for (const { id, name, url, events, createdAt, createdBy } of [...destinations.added, ...destinations.changed]) {
    const record = newDestinationRecord({
      id,
      account,
      name,
      url: readAddress(c, url),
      events,
      ownHosts: ownHosts(c),
      createdAt: Date.parse(createdAt),
      createdBy,
    });
    // A new destination stays off, so that nothing is sent before its receiver knows the secret.
    const made = await c.env.DESTINATIONS.getByName(id).restore({ ...record, paused: true });
    unwrap(await directoryOf(c).addDestination(id, events));
    if (made !== null) secrets.push({ id, name, secret: made });
  }
  return secrets;
}
