import { ACCOUNT_CALLS } from './account.ts';
import { CALLBACK_CALLS } from './callbacks.ts';
import { CALLBACK_SEARCH_CALLS } from './callback-search.ts';
import { DESTINATION_CALLS } from './destinations.ts';
import { CAMPAIGN_CALLS } from './exotel/campaigns.ts';
import { EXOPHONE_CALLS } from './exotel/exophones.ts';
import { LIST_CALLS } from './exotel/lists.ts';
import { HEALTH_CALLS } from './health.ts';
import { IMPORT_FILE_CALLS } from './import-file.ts';
import { IMPORT_REPORT_CALLS } from './import-reports.ts';
import { IMPORT_CALLS } from './imports.ts';
import { LIVE_TICKET_CALLS } from './live-tickets.ts';
import { PASSTHRU_CALLS } from './people/passthru.ts';
import { PEOPLE_CALLS } from './people/people.ts';
import { SETTINGS_CALLS } from './people/settings.ts';
import { STOP_EVERYTHING_CALLS } from './people/stop-everything.ts';
import { SUPPRESSION_CALLS } from './people/suppressions.ts';
import { SINK_CALLBACK_CALLS, SINK_CALLS } from './sinks.ts';
import { APPROVAL_CALLS } from './team/approvals.ts';
import { AUDIT_CALLS } from './team/audit.ts';
import { INVITE_CALLS } from './team/invites.ts';
import { TOKEN_CALLS } from './team/tokens.ts';
import { USAGE_CALLS } from './team/usage.ts';
import { TEMPLATE_CALLS } from './templates.ts';
import { TEST_CALL_CALLS } from './test-calls.ts';
import type { Call } from './call.ts';

/** Every call of the API, in the order of its documentation. */
export const CALLS: readonly Call[] = [
  ...HEALTH_CALLS,
  ...ACCOUNT_CALLS,
  ...TEMPLATE_CALLS,
  ...IMPORT_FILE_CALLS,
  ...IMPORT_CALLS,
  ...APPROVAL_CALLS,
  ...IMPORT_REPORT_CALLS,
  ...TEST_CALL_CALLS,
  ...LIVE_TICKET_CALLS,
  ...CAMPAIGN_CALLS,
  ...EXOPHONE_CALLS,
  ...LIST_CALLS,
  ...SINK_CALLS,
  ...SINK_CALLBACK_CALLS,
  ...CALLBACK_SEARCH_CALLS,
  ...CALLBACK_CALLS,
  ...DESTINATION_CALLS,
  ...TOKEN_CALLS,
  ...INVITE_CALLS,
  ...USAGE_CALLS,
  ...AUDIT_CALLS,
  ...SUPPRESSION_CALLS,
  ...PEOPLE_CALLS,
  ...PASSTHRU_CALLS,
  ...SETTINGS_CALLS,
  ...STOP_EVERYTHING_CALLS,
];
