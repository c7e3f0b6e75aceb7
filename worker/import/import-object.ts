import { WATCHDOG_SECONDS } from '../../shared/limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { requireConfig } from '../config.ts';
import { adoptCampaign, adoptedRecord, noteCampaign, type AdoptInput } from './intake/adopt-campaign.ts';
import { checkImport, type CheckInput } from './intake/check-import.ts';
import { accountRules } from './record/import-settings.ts';
import { eraseImport } from './intake/erase-import.ts';
import { openImport, receiveUpload, uploadState } from './intake/open-import.ts';
import type { ImportRecord, OpenInput } from './record/import-record.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { newId } from '../new-id.ts';
import { isUnderWay } from './record/import-state.ts';
import { ImportShell, type Answer } from './import-shell.ts';
import { toSummary } from './record/import-view.ts';
import {
  findCallbacks,
  readIssues,
  streamIssues,
  streamResults,
  type CallbackPlaces,
} from './reports/stream-reports.ts';
import { findContact } from './reports/find-contact.ts';
import { readPace } from './reports/calls-per-minute.ts';
import type { ContactSearch, Pace } from '../../shared/protocol/contact.ts';
import {
  claimLaunch,
  decideCampaign,
  launchImport,
  noteEarlierLaunch,
  leavesNothing,
  planLaunch,
  steerImport,
  type LaunchInput,
} from './intake/launch-import.ts';
import { noteTotals } from './record/apply-totals.ts';
import { takeOrFindContacts, type AgainInput } from './intake/call-again.ts';
import { streamContacts, type EarlierContacts } from './reports/contacts-csv.ts';
import { previewPerson } from './reports/preview-contact.ts';
import { takeOrFindFile } from './intake/one-shot-upload.ts';
import type { CampaignReports } from './reports/adopted-results.ts';
import type { CampaignTotals } from '../campaign/outcome-tracker.ts';
import type { Fault } from '../errors.ts';
import type { Import, ImportSummary, Preview } from '../../shared/protocol/import.ts';
import type { Outcome } from '../../shared/protocol/outcomes.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';
import type { DecideRequest } from '../../shared/protocol/import-requests.ts';
import type { TargetState } from './outbox/next-step.ts';
import type { IssueQuery, IssuesPage } from './reports/issues-csv.ts';

const NOT_FOUND: Fault = { code: 'import_not_found' };

/** What a campaign object tells its import. */
interface CampaignNews {
  readonly incarnation: string;
  readonly seq: number;
  readonly totals: CampaignTotals;
  readonly hint: CampaignState | null;
}

/** One file, checked against one template, launched once: what can be asked of it. Decisions are elsewhere. */
export class ImportObject extends ImportShell {
  private taking: Promise<unknown> = Promise.resolve();
  private adopting: string | null = null;

  async open(input: OpenInput): Answer<Import> {
    const opened = openImport(this.session, input, { incarnation: newId(), now: Date.now() });
    return opened.ok ? this.saved(opened.value) : opened;
  }

  upload(): Result<{ offset: number; bytes: number }, Fault> {
    return uploadState(this.session, this.store);
  }

  receive(offset: number, body: ReadableStream<Uint8Array>): Answer<{ received: number }> {
    return receiveUpload(this.session, this.store, offset, body);
  }

  /**
   * A file in one request: stored, checked and, when asked, launched; whatever is refused leaves nothing behind. Two
   * requests with one id come after one another, and the second finds what the first made.
   */
  takeFile(
    input: OpenInput,
    body: ReadableStream<Uint8Array>,
    launch: { readonly again: boolean } | null,
  ): Answer<{ created: boolean; view: Import }> {
    const { session, store, env } = this;
    const take = () => takeOrFindFile(session, store, requireConfig(env), input, body);
    return this.takeInTurn(take, launch === null ? null : { user: input.createdBy, ...launch });
  }

  /** The contacts of an earlier import, once more: stored and checked likewise. */
  takeContacts(input: AgainInput): Answer<{ created: boolean; view: Import }> {
    const { session, store, env } = this;
    const contacts = (id: string, outcomes: readonly Outcome[]) => env.IMPORTS.getByName(id).contacts(outcomes);
    return this.takeInTurn(
      () => takeOrFindContacts({ session, store, config: requireConfig(env), contacts }, input),
      null,
    );
  }

  /** For another import, which is made of these contacts. */
  contacts(outcomes: readonly Outcome[]): Result<EarlierContacts, Fault> {
    const { session, store, env } = this;
    return streamContacts({ session, store, config: requireConfig(env) }, outcomes, this.reports());
  }

  async check(request: CheckInput): Answer<Import> {
    const checked = await checkImport(this.session, this.store, requireConfig(this.env), request);
    if (checked.ok) return this.saved(await noteEarlierLaunch(this.session, this.account(), checked.value));
    const kept = this.session.record();
    return kept === null ? checked : this.saved(kept).then(() => checked);
  }

  async get(): Answer<Import> {
    const record = this.session.record();
    // An alarm chain that was lost, however it was, is taken up again by whoever looks.
    if (record !== null && isUnderWay(record, this.session.rows()))
      await this.armBy(Date.now() + WATCHDOG_SECONDS * 1000);
    return record === null ? err(NOT_FOUND) : ok(this.session.view(record));
  }

  summary(): ImportSummary | null {
    const record = this.session.record();
    return record === null ? null : toSummary(this.session.view(record));
  }

  issues(query: IssueQuery): Result<IssuesPage, Fault> {
    return readIssues(this.session, this.store, query);
  }

  issuesCsv(): Result<ReadableStream<Uint8Array>, Fault> {
    return streamIssues(this.session, this.store);
  }

  resultsCsv(): Result<ReadableStream<Uint8Array>, Fault> {
    return streamResults(this.session, this.store, requireConfig(this.env), this.reports());
  }

  findContact(text: string): Answer<ContactSearch> {
    const ask = (seq: number, number: number) => this.campaign(seq).contactsOf(number);
    return findContact(this.session, this.store, requireConfig(this.env), { text, now: Date.now(), ask });
  }

  pace(): Answer<Pace> {
    return readPace(this.session, Date.now(), (seq) => this.campaign(seq).pace());
  }

  preview(line: number | null): Answer<Preview> {
    return previewPerson(this.session, this.store, requireConfig(this.env), line);
  }

  async launch(input: LaunchInput): Answer<Import> {
    const rules = accountRules(requireConfig(this.env));
    const planned = planLaunch(this.session, rules, input, Date.now());
    if (!planned.ok) return planned;
    const earlier =
      planned.value.plan === null ? null : await claimLaunch(this.account(), planned.value.record, input.again);
    if (earlier !== null) return err({ code: 'launched_before', details: { import: earlier } });
    return this.begin(launchImport(this.session, rules, input, Date.now()));
  }

  async decide(seq: number, request: DecideRequest): Answer<Import> {
    return this.begin(decideCampaign(this.session, seq, request));
  }

  async steer(target: TargetState): Answer<Import> {
    return this.begin(steerImport(this.session, target));
  }

  /** The incarnation an adopted campaign reports to: that of the import that follows it, else of the one that will. */
  incarnationToAdopt(): string {
    return this.session.record()?.incarnation ?? (this.adopting ??= newId());
  }

  /** A campaign made elsewhere: its object is there before anything is reported to it. */
  async adopt(input: AdoptInput, numbers: readonly number[]): Answer<Import> {
    const record = adoptedRecord(input, requireConfig(this.env).DEFAULT_COUNTRY);
    if (this.session.record() === null) await this.campaign(1, lifeOf(input)).open(record, Float64Array.from(numbers));
    return this.begin(adoptCampaign(this.session, input, Date.now()));
  }

  /** A person changed or steered one of its campaigns as Exotel has it. */
  async campaignEdited(sid: string, times: { sendAt: number | null; endAt: number | null }): Answer<Import> {
    return this.begin(noteCampaign(this.session, sid, times));
  }

  /** From a campaign object: its totals now, and what a callback claimed about the campaign. That of an earlier life is not heard. */
  async campaignChanged({ incarnation, ...news }: CampaignNews): Promise<void> {
    if (this.session.record()?.incarnation !== incarnation) return;
    const readAt = noteTotals(this.session, { ...news, now: Date.now() });
    if (readAt !== null) await this.armBy(readAt);
    await this.announce();
  }

  callbackPlaces(): Answer<readonly CallbackPlaces[]> {
    return findCallbacks(this.session, (seq) => this.campaign(seq).callbacks());
  }

  async erase(): Answer<null> {
    const erased = await eraseImport(this.session, {
      eraseCampaign: (life, seq) => this.campaign(seq, life).erase(),
      deleteImport: (id, life) => this.account().deleteImport(id, life),
      releaseList: (sid, life) => this.account().releaseList(sid, life),
    });
    if (!erased.ok) return erased;
    this.watchers.dismiss();
    await this.forget(erased.value);
    return ok(null);
  }

  /** The live WebSocket; the team token was checked before. */
  override fetch(): Response {
    const record = this.session.record();
    if (record === null) return new Response(null, { status: 404 });
    return this.watchers.accept({ type: 'snapshot', import: this.session.view(record) });
  }

  private reports(): CampaignReports {
    return {
      results: (row) => this.campaign(row.seq).results(),
      numbers: (row) => this.campaign(row.seq).numbers(),
    };
  }

  private takeInTurn(
    take: () => Promise<Result<ImportRecord, Fault>>,
    launch: { readonly user: string; readonly again: boolean } | null,
  ): Answer<{ created: boolean; view: Import }> {
    const turn = this.taking.then(() => this.takeNow(take, launch));
    this.taking = turn.catch(() => {});
    return turn;
  }

  private async takeNow(
    take: () => Promise<Result<ImportRecord, Fault>>,
    launch: { readonly user: string; readonly again: boolean } | null,
  ): Answer<{ created: boolean; view: Import }> {
    const known = this.session.record();
    const taken = await take();
    if (!taken.ok && known === null) await this.forget();
    if (!taken.ok) return taken;
    const record = await noteEarlierLaunch(this.session, this.account(), taken.value);
    const launched = launch === null ? null : await this.launch({ expect: null, ...launch });
    if (launched?.ok === false && leavesNothing(launched.error) && known === null) await this.forget();
    else if (launched?.ok !== true) await this.saved(record);
    if (launched?.ok === false) return launched;
    return ok({ created: known === null, view: launched?.value ?? this.session.view(record) });
  }
}
