import { err, ok, type Result } from '../../shared/result.ts';
import { WATCHDOG_SECONDS } from '../../shared/limits.ts';
import { requireConfig } from '../config.ts';
import { newId } from '../new-id.ts';
import { checkImport, type CheckInput, type CheckWorld } from './intake/check-import.ts';
import { takeOrFindContacts, type AgainInput, type EarlierChoice } from './intake/call-again.ts';
import {
  askToStart,
  cancelAsking,
  noteApproval,
  refusalToApprove,
  needsApproval,
  sendBack,
} from './intake/approve-import.ts';
import { erasingTask } from './intake/erase-import.ts';
import { leavesNothing, namingKept, noteEarlierLaunch, steerImport } from './intake/launch-import.ts';
import { overrideOf, rulesNow, type LaunchGate } from './intake/launch-claimed.ts';
import { openImport, receiveUpload, uploadState } from './intake/open-import.ts';
import { launchByKind, takeOrFindTestCall } from './intake/launch-test.ts';
import { takeOrFindFile, type IntakeWorld } from './intake/one-shot-upload.ts';
import { ImportShell, type Answer } from './import-shell.ts';
import { isLoud, isQuiet } from './record/import-state.ts';
import { uploadExpiry } from './record/import-settings.ts';
import type { Hushed } from '../account/stop-everything.ts';
import type { ImportLife } from './import-life.ts';
import type { LaunchInput, StartResult } from './intake/launch-import.ts';
import type { ImportRecord, OpenInput } from './record/import-record.ts';
import type { Fault } from '../errors.ts';
import type { Import } from '../../shared/protocol/import.ts';

type TakeIn = (world: IntakeWorld) => Promise<Result<ImportRecord, Fault>>;
type LaunchWish = { readonly user: string; readonly again: boolean } | null;

/** From the first byte to the launch. Every record gets an alarm before a byte of its file is stored. */
export abstract class ImportIntake extends ImportShell {
  private taking: Promise<unknown> = Promise.resolve();
  /** Launches under way. A stop waits for them, because their campaigns are written only when they end. */
  protected launching: Promise<unknown> = Promise.resolve();

  open(input: OpenInput): Answer<Import> {
    return this.living(async (life) => {
      const isNew = life.session.record() === null;
      const now = Date.now();
      const birth = { incarnation: newId(), now, expiresAt: uploadExpiry(requireConfig(this.env), now) };
      const opened = openImport(life.session, input, birth);
      if (!opened.ok) return opened;
      if (!isNew) return this.saved(life, opened.value);
      await this.own(life);
      return ok(life.session.view(opened.value));
    });
  }

  async upload(): Answer<{ offset: number; bytes: number }> {
    const { session, store } = await this.visited();
    return uploadState(session, store);
  }

  receive(offset: number, body: ReadableStream<Uint8Array>): Answer<{ received: number }> {
    return this.living(({ session, store }) => receiveUpload(session, store, offset, body));
  }

  /** A file in one request; a refused one leaves nothing behind. Requests with one id run one after the other. */
  takeFile(
    input: OpenInput,
    body: ReadableStream<Uint8Array>,
    launch: { readonly again: boolean } | null,
  ): Answer<{ created: boolean; view: Import }> {
    const wish = launch === null ? null : { user: input.createdBy, ...launch };
    return this.takeInTurn((world) => takeOrFindFile(world, input, body), wish);
  }

  /** Takes the contacts of an earlier import again, stored and checked like a file. */
  takeContacts(input: AgainInput): Answer<{ created: boolean; view: Import }> {
    const contacts = (id: string, choice: EarlierChoice) => this.env.IMPORTS.getByName(id).contacts(choice);
    return this.takeInTurn((world) => takeOrFindContacts({ ...world, contacts }, input), null);
  }

  /** A test call: a file of one row, which is launched at once or not kept. */
  takeTestCall(input: OpenInput, file: string): Answer<{ created: boolean; view: Import }> {
    const wish = { user: input.createdBy, again: false };
    return this.takeInTurn((world) => takeOrFindTestCall(world, input, file), wish);
  }

  check(request: CheckInput): Answer<Import> {
    return this.living(async (life) => {
      const { session } = life;
      if (session.record()?.test === true) return err({ code: 'already_launched' });
      const config = requireConfig(this.env);
      cancelAsking(session);
      const checked = await checkImport(this.checkWorld(life), request);
      if (checked.ok) return this.saved(life, await noteEarlierLaunch(session, this.account(), config, checked.value));
      const record = session.record();
      if (record !== null) await this.saved(life, record);
      return checked;
    });
  }

  launch(input: LaunchInput): Answer<Import> {
    const gate: LaunchGate = {
      before: async (record) => needsApproval(record, (await this.peopleRoom().settings()).approveAbove),
      atLast: () => null,
      takesOver: true,
    };
    return this.underWay(this.living((life) => this.launchNow(life, input, gate)));
  }

  ask(input: LaunchInput): Answer<Import> {
    return this.living(async (life) => {
      const rules = await rulesNow(this.checkWorld(life));
      const asked = askToStart(life.session, rules, input, Date.now(), await life.noteOthers());
      return asked.ok ? this.savedAndShown(life, asked.value) : asked;
    });
  }

  /** A second person starts the import. If several approve at once, only one does: each checks again at the launch. */
  approve(input: LaunchInput): Answer<Import> {
    const approved = this.living(async (life) => {
      const refusal = () => refusalToApprove(life.session.record(), input.user);
      const first = refusal();
      if (first !== null) return err(first);
      const gate: LaunchGate = { before: async () => refusal(), atLast: refusal, takesOver: false };
      return this.launchNow(life, input, gate, (record) => noteApproval(life.session, record, input.user, Date.now()));
    });
    return this.underWay(approved);
  }

  /** Counts as under way as soon as it is asked for, so that a later stop waits for it. */
  private underWay(launched: Answer<Import>): Answer<Import> {
    this.launching = Promise.allSettled([this.launching, launched]);
    return launched;
  }

  private async launchNow(
    life: ImportLife,
    input: LaunchInput,
    gate: LaunchGate,
    note = (launched: ImportRecord): ImportRecord => launched,
  ): Answer<Import> {
    const world = {
      ...this.checkWorld(life),
      account: this.account(),
      people: this.peopleRoom(),
      noteOthers: () => life.noteOthers(),
    };
    // If the process dies between the launch record and its alarm, this alarm comes back soon instead of when the
    // upload would expire.
    await this.chain.armBy(Date.now() + WATCHDOG_SECONDS * 1000);
    this.launches += 1;
    const launched = await launchByKind(world, input, gate, () => Date.now()).finally(() => {
      this.launches -= 1;
    });
    const record = life.session.record();
    // What the launch looked up anew is shown, whether it was launched or not.
    if (!launched.ok && record !== null) await this.saved(life, record);
    if (!launched.ok) return launched;
    return this.begin(life, ok({ ...launched.value, record: note(launched.value.record) }));
  }

  sendBack(user: string, note: string): Answer<Import> {
    return this.living(async (life) => {
      const sent = sendBack(life.session, user, note, Date.now());
      return sent.ok ? this.savedAndShown(life, sent.value) : sent;
    });
  }

  protected checkWorld({ session, store }: ImportLife): CheckWorld {
    const people = this.peopleRoom();
    return {
      session,
      store,
      config: requireConfig(this.env),
      screen: (asked) => people.screen(asked),
      calendar: () => people.calendar(),
    };
  }

  /** Saves the record and shows it to watchers who would not be told otherwise. */
  private async savedAndShown(life: ImportLife, record: ImportRecord): Answer<Import> {
    const saved = await this.saved(life, record);
    if (saved.ok) this.watchers.tell({ type: 'snapshot', import: saved.value });
    return saved;
  }

  /** The account calls this when somebody stops everything. Null if nothing is left to stop or it was paused before. */
  async hush(lifeName: string, isFirst: boolean): Promise<Hushed | null> {
    await this.launching;
    const life = await this.visited();
    const { session } = life;
    const record = session.record();
    if (record === null || life.name() !== lifeName || record.launchedAt === null) return null;
    if (isFirst && record.target === 'pause' && isQuiet(session.rows())) return null;
    // The import may be paused as a whole while a single campaign of it was resumed.
    const mustPause = record.target === 'run' || (record.target === 'pause' && session.rows().some(isLoud));
    if (mustPause && !(await this.begin(life, steerImport(session, 'pause'))).ok) return null;
    const { queued, dialling, retrying } = session.view(session.record() ?? record).contacts;
    return { calls: queued + dialling + retrying, isQuiet: isQuiet(session.rows()) };
  }

  protected async begin(life: ImportLife, result: Result<StartResult, Fault>): Answer<Import> {
    if (!result.ok) return result;
    if (!result.value.begun) return ok(life.session.view(result.value.record));
    await this.chain.set(Date.now());
    const view = await this.saved(life, result.value.record);
    await life.announce();
    return view;
  }

  private takeInTurn(take: TakeIn, launch: LaunchWish): Answer<{ created: boolean; view: Import }> {
    this.filesArriving += 1;
    const turn = this.taking
      .then(() => this.takeNow(take, launch))
      .finally(() => {
        this.filesArriving -= 1;
      });
    this.taking = turn.catch(() => {});
    return turn;
  }

  private async takeNow(take: TakeIn, launch: LaunchWish): Answer<{ created: boolean; view: Import }> {
    // Half of a file: the request that sent it ended when its process died.
    if (this.life.session.record()?.isArriving === true) await this.drop(this.life);
    return this.living(async (life) => {
      const { session } = life;
      const isNew = session.record() === null;
      const config = requireConfig(this.env);
      const override = launch?.again === true ? overrideOf(launch.user, 'again=true', Date.now()) : null;
      const taken = await take({ ...this.checkWorld(life), override, own: () => this.own(life) });
      if (!taken.ok && isNew) await this.drop(life);
      if (!taken.ok) return taken;
      const { test } = taken.value;
      const record = test ? taken.value : await noteEarlierLaunch(session, this.account(), config, taken.value);
      const launched = launch === null ? null : await this.launch({ expect: null, ...launch });
      const isDropped = launched?.ok === false && (test || (leavesNothing(launched.error) && isNew));
      if (isDropped) await this.drop(life);
      else if (launched?.ok !== true) await this.saved(life, record);
      if (launched?.ok === false) return err(test ? launched.error : namingKept(launched.error, record.id));
      return ok({ created: isNew, view: launched?.value ?? session.view(record) });
    });
  }

  /** A refused file leaves nothing behind; whatever erasing cannot finish now is done later. */
  private async drop(life: ImportLife): Promise<void> {
    const task = erasingTask(life.session);
    if (task === null) return;
    await this.endLife(task);
    await this.finishErasing();
  }
}
