import { err, ok, type Result } from '../../shared/result.ts';
import { requireConfig } from '../config.ts';
import { newId } from '../new-id.ts';
import { checkImport, type CheckInput } from './intake/check-import.ts';
import { takeOrFindContacts, type AgainInput } from './intake/call-again.ts';
import { askToStart, cancelAsking, refusalToApprove, needsApproval, sendBack } from './intake/approve-import.ts';
import { erasingTask } from './intake/erase-import.ts';
import { claimLaunch, launchImport, leavesNothing, noteEarlierLaunch, planLaunch } from './intake/launch-import.ts';
import { openImport, receiveUpload, uploadState } from './intake/open-import.ts';
import { takeOrFindFile, type IntakeWorld } from './intake/one-shot-upload.ts';
import { ImportShell, type Answer } from './import-shell.ts';
import { lifeOf } from '../../shared/campaign/name-token.ts';
import { planFacts, planFaultOf } from './record/plan-import.ts';
import { accountRules, uploadExpiry } from './record/import-settings.ts';
import type { ImportLife } from './import-life.ts';
import type { LaunchInput, StartResult } from './intake/launch-import.ts';
import type { ImportRecord, OpenInput } from './record/import-record.ts';
import type { Fault } from '../errors.ts';
import type { Import } from '../../shared/protocol/import.ts';
import type { Outcome } from '../../shared/protocol/outcomes.ts';

type TakeIn = (world: IntakeWorld) => Promise<Result<ImportRecord, Fault>>;
type LaunchWish = { readonly user: string; readonly again: boolean } | null;

/** From the first byte to the launch. Every record is owned before a byte of its file is stored. */
export abstract class ImportIntake extends ImportShell {
  private taking: Promise<unknown> = Promise.resolve();

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

  /**
   * A file in one request: stored, checked and, when asked, launched; whatever is refused leaves nothing behind. Two
   * requests with one id come after one another, and the second finds what the first made.
   */
  takeFile(
    input: OpenInput,
    body: ReadableStream<Uint8Array>,
    launch: { readonly again: boolean } | null,
  ): Answer<{ created: boolean; view: Import }> {
    const wish = launch === null ? null : { user: input.createdBy, ...launch };
    return this.takeInTurn((world) => takeOrFindFile(world, input, body), wish);
  }

  /** The contacts of an earlier import, once more: stored and checked likewise. */
  takeContacts(input: AgainInput): Answer<{ created: boolean; view: Import }> {
    const contacts = (id: string, outcomes: readonly Outcome[]) => this.env.IMPORTS.getByName(id).contacts(outcomes);
    return this.takeInTurn((world) => takeOrFindContacts({ ...world, contacts }, input), null);
  }

  check(request: CheckInput): Answer<Import> {
    return this.living(async (life) => {
      const { session, store } = life;
      const config = requireConfig(this.env);
      cancelAsking(session);
      const checked = await checkImport(session, store, config, request);
      if (checked.ok) return this.saved(life, await noteEarlierLaunch(session, this.account(), config, checked.value));
      const record = session.record();
      if (record !== null) await this.saved(life, record);
      return checked;
    });
  }

  launch(input: LaunchInput): Answer<Import> {
    return this.living(async (life) => {
      const config = requireConfig(this.env);
      const planned = planLaunch(life.session, accountRules(config), input, Date.now(), await life.noteOthers());
      if (!planned.ok) return planned;
      const { record, plan } = planned.value;
      if (plan === null) return ok(life.session.view(record));
      const above = await this.env.TEAM.getByName(config.EXOTEL_ACCOUNT_SID).approveAbove();
      const unapproved = needsApproval(record, above);
      return unapproved === null ? this.start(life, record, input, () => null) : err(unapproved);
    });
  }

  ask(input: LaunchInput): Answer<Import> {
    return this.living(async (life) => {
      const rules = accountRules(requireConfig(this.env));
      const asked = askToStart(life.session, rules, input, Date.now(), await life.noteOthers());
      return asked.ok ? this.saved(life, asked.value) : asked;
    });
  }

  /** Starts it. Of several who approve at once one does: each looks at the asking once more in the moment of the launch. */
  approve(input: LaunchInput): Answer<Import> {
    return this.living(async (life) => {
      const refusal = () => refusalToApprove(life.session.record(), input.user);
      const first = refusal();
      if (first !== null) return err(first);
      const rules = accountRules(requireConfig(this.env));
      const planned = planLaunch(life.session, rules, input, Date.now(), await life.noteOthers());
      return planned.ok ? this.start(life, planned.value.record, input, refusal) : planned;
    });
  }

  /** Claims people and minutes, then launches, unless something speaks against it by then. */
  private async start(
    life: ImportLife,
    record: ImportRecord,
    input: LaunchInput,
    refusal: () => Fault | null,
  ): Answer<Import> {
    const config = requireConfig(this.env);
    const account = this.account();
    const earlier = await claimLaunch(account, config, record, input.again);
    if (earlier !== null) return { ok: false, error: { code: 'launched_before', details: { import: earlier } } };
    const wish = { template: record.template, account: accountRules(config), facts: planFacts(record, Date.now()) };
    const promised = await account.promisePlan(lifeOf(record), wish);
    if (!promised.ok) return { ok: false, error: planFaultOf(promised.error) };
    const against = refusal();
    const launched =
      against === null
        ? launchImport(life.session, { plan: promised.value, of: record }, input, Date.now())
        : err(against);
    // Of one that somebody else launched meanwhile, the minutes are in use.
    const isLaunched = (life.session.record()?.launchedAt ?? null) !== null;
    if (!launched.ok && !isLaunched) await account.releaseMinutes({ life: lifeOf(record) });
    return this.begin(life, launched);
  }

  sendBack(user: string, note: string): Answer<Import> {
    return this.living(async (life) => {
      const sent = sendBack(life.session, user, note, Date.now());
      return sent.ok ? this.saved(life, sent.value) : sent;
    });
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
    // Half a file, whose request ended with the process that served it.
    if (this.life.session.record()?.isArriving === true) await this.drop(this.life);
    return this.living(async (life) => {
      const { session, store } = life;
      const isNew = session.record() === null;
      const config = requireConfig(this.env);
      const taken = await take({ session, store, config, own: () => this.own(life) });
      if (!taken.ok && isNew) await this.drop(life);
      if (!taken.ok) return taken;
      const record = await noteEarlierLaunch(session, this.account(), config, taken.value);
      const launched = launch === null ? null : await this.launch({ expect: null, ...launch });
      if (launched?.ok === false && leavesNothing(launched.error) && isNew) await this.drop(life);
      else if (launched?.ok !== true) await this.saved(life, record);
      if (launched?.ok === false) return launched;
      return ok({ created: isNew, view: launched?.value ?? session.view(record) });
    });
  }

  /** What is refused leaves nothing behind; what erasing leaves undone is done later. */
  private async drop(life: ImportLife): Promise<void> {
    const task = erasingTask(life.session);
    if (task === null) return;
    await this.endLife(task);
    await this.finishErasing();
  }
}
