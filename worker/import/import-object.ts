import { err, ok } from '../../shared/result.ts';
import { requireConfig } from '../config.ts';
import { ImportCampaigns } from './import-campaigns.ts';
import { mayErase } from './intake/erase-import.ts';
import { decideCampaign, steerImport } from './intake/launch-import.ts';
import { logEvent } from '../log.ts';
import type { EarlierChoice } from './intake/call-again.ts';
import type { Answer } from './import-shell.ts';
import { toSummary } from './record/import-view.ts';
import {
  findCallbacks,
  readIssues,
  streamIssues,
  streamResults,
  type CallbackPlaces,
  type ResultsQuery,
  type TableFormat,
} from './reports/stream-reports.ts';
import { findContact } from './reports/find-contact.ts';
import { readPace } from './reports/calls-per-minute.ts';
import type { ToldRange } from '../campaign/tell-destinations.ts';
import type { EventType } from '../../shared/protocol/destination.ts';
import type { ContactSearch, Pace } from '../../shared/protocol/contact.ts';
import { streamContacts, type EarlierContacts } from './reports/contacts-csv.ts';
import { previewPerson } from './reports/preview-contact.ts';
import type { CampaignReports } from './reports/result-rows.ts';
import type { Fault } from '../errors.ts';
import type { Import, ImportSummary, Preview } from '../../shared/protocol/import.ts';
import type { DecideRequest } from '../../shared/protocol/import-requests.ts';
import type { TargetState } from './outbox/next-step.ts';
import type { IssueQuery, IssuesPage } from './reports/issues-page.ts';
import type { Ownership } from '../team/visible-import.ts';

const STILL_ERASING = 'The import is gone, but not yet all that belongs to it. Ask again in a few seconds.';

const NOT_FOUND: Fault = { code: 'import_not_found' };

/**
 * One file, checked against one template, launched once: this class lists what can be asked of it. Decisions are made
 * elsewhere.
 */
export class ImportObject extends ImportCampaigns {
  /** The contacts, for another import that is made of them. */
  async contacts(choice: EarlierChoice): Answer<EarlierContacts> {
    const { session, store } = await this.visited();
    return streamContacts({ session, store, config: requireConfig(this.env) }, choice, this.reports());
  }

  get(): Answer<Import> {
    return this.living(async (life) => {
      const { session } = life;
      await life.noteOthers();
      await this.look(life, false);
      const record = session.record();
      return record === null ? err(NOT_FOUND) : ok(session.view(record));
    });
  }

  async summary(): Promise<ImportSummary | null> {
    const life = await this.visited();
    await this.look(life, false);
    const record = life.session.record();
    return record === null ? null : toSummary(life.session.view(record));
  }

  /** Who made it, with which template: this decides who may see it. */
  ownership(): Ownership | null {
    const record = this.life.session.record();
    return record === null ? null : { createdBy: record.createdBy, template: record.template.id };
  }

  async issues(query: IssueQuery): Answer<IssuesPage> {
    const { session, store } = await this.visited();
    return readIssues(session, store, query);
  }

  async issuesFile(format: TableFormat): Answer<ReadableStream<Uint8Array>> {
    const { session, store } = await this.visited();
    return streamIssues({ session, store, config: requireConfig(this.env) }, format);
  }

  async resultsFile(query: ResultsQuery): Answer<ReadableStream<Uint8Array>> {
    const { session, store } = await this.visited();
    return streamResults({ session, store, config: requireConfig(this.env) }, query, this.reports());
  }

  findContact(text: string): Answer<ContactSearch> {
    const campaign = this.campaigns();
    const ask = (seq: number, number: number) => campaign(seq).contactsOf(number);
    return this.living(({ session, store }) =>
      findContact(session, store, requireConfig(this.env), { text, now: Date.now(), ask }),
    );
  }

  pace(): Answer<Pace> {
    const campaign = this.campaigns();
    return this.living(({ session }) => readPace(session, Date.now(), (seq) => campaign(seq).pace()));
  }

  preview(line: number | null): Answer<Preview> {
    return this.living(({ session, store }) => previewPerson(session, store, requireConfig(this.env), line));
  }

  decide(seq: number, request: DecideRequest): Answer<Import> {
    return this.living((life) => this.begin(life, decideCampaign(life.session, seq, request)));
  }

  async steer(target: TargetState): Answer<Import> {
    // A stop pressed during a launch must also apply to what the launch begins.
    await this.launching;
    return this.living(async (life) => {
      if (target === 'run') await this.learnHours(life);
      return this.begin(life, steerImport(life.session, target));
    });
  }

  callbackPlaces(): Answer<readonly CallbackPlaces[]> {
    const campaign = this.campaigns();
    return this.living(({ session }) => findCallbacks(session, (seq) => campaign(seq).callbacks()));
  }

  /** The lines of a batch of one campaign that waited for KV; null once it is there. */
  async waitingCallbacks(seq: number, batch: number): Promise<readonly string[] | null> {
    return this.life.session.row(seq) === undefined ? null : this.campaigns()(seq).waitingLines(batch);
  }

  /**
   * A page of what the destinations were told of a campaign's contacts between two times; `next` is where the next page
   * starts.
   */
  async told({ seq, ...range }: ToldRange & { seq: number }, types: readonly EventType[]) {
    const { session } = this.life;
    if (session.row(seq) === undefined) return { events: [], next: null };
    const { events, next } = await this.campaigns()(seq).told(range, types);
    const place = next === null ? { seq: seq + 1, first: 0 } : { seq, first: next };
    return { events, next: session.row(place.seq) === undefined ? null : place };
  }

  /** Answers once nothing of it is left here. Asked again before that, it goes on erasing. */
  async erase(): Answer<null> {
    const isErasing = this.erasing.tasks().length > 0;
    const task = mayErase(this.life.session);
    if (!task.ok && !(isErasing && task.error.code === 'import_not_found')) return task;
    if (task.ok) await this.endLife(task.value);
    try {
      await this.finishErasing();
    } catch (cause) {
      logEvent('erasing_not_done', {}, cause);
      return err({ code: 'overloaded', message: STILL_ERASING });
    }
    return ok(null);
  }

  private reports(): CampaignReports {
    const campaign = this.campaigns();
    return {
      results: (row) => campaign(row.seq).results(),
      numbers: (row) => campaign(row.seq).numbers(),
    };
  }
}
