import { requireConfig } from '../config.ts';
import { eventsOfLife } from '../events/event-prefixes.ts';
import type { Env } from '../env.ts';
import type { eraseElsewhere } from './intake/erase-import.ts';

/** The others that keep something of an import that is erased. */
export function erasingPeers(env: Env): Parameters<typeof eraseElsewhere>[1] {
  const sid = () => requireConfig(env).EXOTEL_ACCOUNT_SID;
  const account = () => env.ACCOUNTS.getByName(sid());
  return {
    eraseCampaign: (life, seq) => env.CAMPAIGNS.getByName(`${life}/${seq}`).erase(),
    forgetCalls: (life) => env.PEOPLE.getByName(sid()).forget(life),
    forgetEvents: (life) => env.SINK_DIRECTORY.getByName(sid()).forgetEvents(eventsOfLife(life)),
    deleteImport: (id, life) => account().deleteImport(id, life),
    releaseList: (list, life) => account().releaseList(list, life),
  };
}
