import type { ColumnVerdict } from '../shared/columns/column-verdict.ts';
import type { ExotelAction } from '../shared/protocol/exotel-campaign.ts';
import type { FileFault } from '../shared/contacts/file-fault.ts';
import type { RowIssue } from '../shared/contacts/issue.ts';
import type { UpdateFault } from '../shared/campaign/update-faults.ts';
import type { FingerprintPart } from '../shared/plan/launch-fingerprint.ts';
import type { PlanFault } from '../shared/plan/plan-faults.ts';
import type { EarlierLaunch } from '../shared/protocol/import.ts';
import type { SpendPassed } from '../shared/protocol/spend.ts';
import type { TemplateIssue } from '../shared/template/template-issues.ts';
import type { Role } from '../shared/team/roles.ts';

/** One field of a request (as a path with dots) and what is wrong with it. */
interface FieldIssue {
  readonly path: string;
  readonly message: string;
}

/** Some faults have no facts at all. */
type Facts<Fault> = Fault extends unknown ? object & Omit<Fault, 'code'> : never;

/** The facts that a refusal carries beside its code and words; a code that is not listed has no details. */
export interface FaultDetails {
  readonly access_required: { readonly reason: string };
  readonly action_not_legal: {
    readonly state: string;
    readonly legal: readonly ExotelAction[];
    readonly reason?: string;
  };
  readonly belongs_to_import: { readonly import: string; readonly settings?: readonly string[] };
  readonly campaign_over: Facts<UpdateFault<'campaign_over'>>;
  readonly campaign_started: Facts<UpdateFault<'campaign_started'>>;
  readonly column_unsure: {
    readonly column: number;
    readonly doubt: ColumnVerdict['doubt'] | 'do_not_call_unclear';
    readonly candidates: ColumnVerdict['candidates'];
  };
  readonly exotel_unanswered: { readonly state: string };
  readonly exotel_unreachable: { readonly reason: string; readonly status: number | null };
  readonly invalid_destination: readonly (FieldIssue & { readonly code: string })[];
  readonly invalid_file: Facts<FileFault>;
  readonly invalid_request: readonly FieldIssue[];
  readonly invalid_template: readonly TemplateIssue[];
  readonly invalid_update: Facts<UpdateFault>;
  readonly launched_before: { readonly import: EarlierLaunch };
  readonly line_not_called:
    | { readonly line: number | null }
    | (RowIssue & { readonly message: string; readonly fix: string });
  readonly list_in_use: { readonly import: string };
  readonly misconfigured: { readonly settings: readonly string[] };
  /** `import` is the id of the stored file, which was sent together with the wish to launch it. */
  readonly needs_approval: { readonly contacts: number; readonly approveAbove: number; readonly import?: string };
  readonly not_allowed: { readonly role: Role; readonly needs?: readonly Role[]; readonly createdBy?: string };
  /** `import` is the id of the stored file, which was sent together with the wish to launch it. */
  readonly nothing_to_call: { readonly import: string };
  readonly offset_mismatch: { readonly offset: number };
  readonly outside_calling_hours: { readonly window: string; readonly opensAt: string | null };
  readonly plan_changed: {
    readonly contacts: number;
    readonly campaigns: number;
    readonly fingerprint?: Readonly<Record<string, string>> | null;
    readonly changed?: readonly FingerprintPart[];
  };
  readonly spend_cap: SpendPassed;
  readonly would_overwrite: {
    readonly templates: readonly string[];
    readonly sinks: readonly string[];
    readonly destinations: readonly string[];
    readonly settings: boolean;
  };
  readonly too_large_to_adopt: { readonly contacts: number };
  readonly unplannable: Facts<PlanFault>;
  readonly upload_incomplete: { readonly offset: number };
}
