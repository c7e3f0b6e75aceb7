import type { AccountObject } from './account/account-object.ts';
import type { CampaignObject } from './campaign/campaign-object.ts';
import type { ImportObject } from './import/import-object.ts';
import type { PeopleObject } from './people/people-object.ts';

import type { DestinationObject } from './sink/destination-object.ts';
import type { SinkDirectoryObject } from './sink/sink-directory-object.ts';
import type { SinkObject } from './sink/sink-object.ts';
import type { TeamObject } from './team/team-object.ts';

/** Bindings as the platform provides them: no text in them has been checked. */
export interface Env {
  readonly ACCOUNTS: DurableObjectNamespace<AccountObject>;
  readonly IMPORTS: DurableObjectNamespace<ImportObject>;
  readonly CAMPAIGNS: DurableObjectNamespace<CampaignObject>;
  readonly DESTINATIONS: DurableObjectNamespace<DestinationObject>;
  readonly SINKS: DurableObjectNamespace<SinkObject>;
  readonly SINK_DIRECTORY: DurableObjectNamespace<SinkDirectoryObject>;
  readonly TEAM: DurableObjectNamespace<TeamObject>;
  readonly PEOPLE: DurableObjectNamespace<PeopleObject>;
  readonly CALLBACKS: KVNamespace;
  readonly EXOTEL_API_KEY?: string;
  readonly EXOTEL_API_TOKEN?: string;
  readonly EXOTEL_ACCOUNT_SID?: string;
  readonly TEAM_TOKENS?: string;
  readonly CALLBACK_SECRET?: string;
  readonly EXOTEL_BASE_URL?: string;
  readonly PUBLIC_URL?: string;
  readonly EXOTEL_REQUESTS_PER_MINUTE?: string;
  readonly CALLS_PER_MINUTE?: string;
  readonly MESSAGES_PER_MINUTE?: string;
  readonly CALLING_WINDOW?: string;
  readonly TIME_ZONE?: string;
  readonly DEFAULT_COUNTRY?: string;
  readonly RETENTION_DAYS?: string;
  readonly UPLOAD_LIFETIME_DAYS?: string;
  readonly EXTENSION_ORIGINS?: string;
  readonly LOCAL_DESTINATIONS?: string;
  readonly ACCESS_TEAM?: string;
  readonly ACCESS_AUDIENCE?: string;
  readonly EXOTEL_TIMEOUT_SECONDS?: string;
}
