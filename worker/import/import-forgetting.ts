import { requireConfig } from '../config.ts';
import { isOver } from '../../shared/campaign/campaign-actions.ts';
import { readPeople } from './reports/people-of-campaign.ts';
import { logEvent } from '../log.ts';
import { checkImport } from './intake/check-import.ts';
import { ImportIntake } from './import-intake.ts';
import { listsAtExotel } from './outbox/orphan-lists.ts';
import { isUnderWay } from './record/import-state.ts';
import { blankFile, campaignsOf, forgetPerson, holdsPerson, maskedRecord } from './record/forget-person.ts';
import { findPersonInFile } from './record/find-person.ts';
import type { Forgotten } from '../people/erase-everywhere.ts';
import type { PeoplePage } from '../campaign/telling-store.ts';
import type { CampaignRow } from './outbox/campaign-row.ts';
import type { ImportLife } from './import-life.ts';
import type { ImportRecord } from './record/import-record.ts';

const NEVER_LEFT: ReadonlySet<string> = new Set(['pending', 'held', 'cancelled', 'refused']);
const NOT_YET_DONE: ReadonlySet<string> = new Set(['queued', 'dialling', 'retrying']);

/** The people of an import's file: campaigns ask for their rows, and an erased person is forgotten in all of it. */
export abstract class ImportForgetting extends ImportIntake {
  private people: { readonly life: ImportLife; readonly read: ReturnType<typeof readPeople> } | null = null;

  /** Rows of the file for a campaign's contacts, from one of its places on; null for a life that has ended. */
  campaignPeople(asked: { incarnation: string; seq: number; from: number }): PeoplePage | null {
    const { life } = this;
    const record = life.session.record();
    const row = life.session.row(asked.seq);
    if (record === null || row === undefined || record.incarnation !== asked.incarnation) return null;
    if (this.people?.life !== life) this.people = { life, read: readPeople(life, requireConfig(this.env)) };
    return this.people.read(record, row, asked.from);
  }

  /**
   * Whether a campaign that was already sent calls a number, or will. Campaigns not sent yet leave without the people
   * on the list.
   */
  async stillCalls(seq: number, number: number): Promise<boolean> {
    const life = await this.visited();
    const row = life.session.row(seq);
    if (row === undefined || NEVER_LEFT.has(row.state) || isOver(row.state)) return false;
    const contacts = await this.campaign(life.name(), seq).contactsOf(number);
    return contacts.some(({ outcome }) => NOT_YET_DONE.has(outcome));
  }

  /** Forgets a person; may be repeated as often as needed. Null if the import holds nothing of them. */
  async forgetPerson(number: number): Promise<Forgotten | null> {
    const life = await this.visited();
    const { session, store } = life;
    const record = session.record();
    if (record === null) return null;
    const { id, name } = record;
    const waits: Forgotten = { is: 'waits', left: { id, name, state: session.state(record) } };
    const isFollowed = record.origin.kind === 'campaign';
    if (!isFollowed && (record.isArriving || store.received() < record.fileBytes)) return waits;
    const world = { session, store, config: requireConfig(this.env) };
    if (!(isFollowed ? await this.isFollowing(life, number) : holdsPerson(world, number))) return null;
    if (record.launchedAt === null) return this.forgetUnlaunched(life, record, number, waits);
    const isOver = ['finished', 'stopped'].includes(session.state(record)) && !isUnderWay(record, session.rows());
    if (!isOver) return waits;
    const rows = campaignsOf(session, store, record.check, number);
    for (const { seq } of rows) await this.campaign(life.name(), seq).forgetPerson(number);
    if (this.life !== life) return null;
    try {
      this.ctx.storage.transactionSync(() => forgetPerson(world, number));
    } catch (cause) {
      logEvent('person_not_forgotten', { importId: id }, cause);
      return waits;
    }
    this.people = null;
    // The campaign read these rows before the file was blanked.
    for (const { seq } of rows) await this.campaign(life.name(), seq).forgetPages();
    await this.dropLists(life, rows);
    await this.saved(life, session.record() ?? record);
    return { is: 'erased' };
  }

  /** Whether this import follows a campaign made elsewhere that knows the number; its people are those reported. */
  private async isFollowing(life: ImportLife, number: number): Promise<boolean> {
    for (const { seq } of life.session.rows()) {
      if ((await this.campaign(life.name(), seq).contactsOf(number)).length > 0) return true;
    }
    return false;
  }

  /** Before the launch, the person's row is blanked and the file checked again; the launch uses the new check. */
  private async forgetUnlaunched(
    life: ImportLife,
    record: ImportRecord,
    number: number,
    waits: Forgotten,
  ): Promise<Forgotten> {
    const { session, store } = life;
    const config = requireConfig(this.env);
    this.ctx.storage.transactionSync(() => blankFile(store, findPersonInFile(store, config, record, number)));
    session.put(maskedRecord(record, String(number)));
    this.people = null;
    if (record.check !== null) {
      const checked = await checkImport(this.checkWorld(life), { override: record.override });
      const now = session.record();
      if (!checked.ok && checked.error.code === 'already_launched') return waits;
      if (!checked.ok && now !== null) {
        store.clearChecksBefore(Number.MAX_SAFE_INTEGER);
        session.put({ ...now, check: null, plan: null });
      }
    }
    await this.saved(life, session.record() ?? record);
    return { is: 'erased' };
  }

  /**
   * Drops the lists at Exotel that held the person and that no other import calls. The alarm deletes them one request
   * at a time.
   */
  private async dropLists(life: ImportLife, rows: readonly CampaignRow[]): Promise<void> {
    const lists = listsAtExotel(rows);
    for (const list of lists) {
      if (list.sid === null || (await this.account().releaseList(list.sid, life.name())))
        this.erasing.saveErased({ ...list, tries: 0 });
    }
    if (lists.length > 0) await this.armBy(Date.now());
  }
}
