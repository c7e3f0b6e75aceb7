import { DurableObject } from 'cloudflare:workers';
import { HANG_UP_RETRY_SECONDS, LAST_USED_EVERY_MINUTES, MAX_INVITES, MAX_TOKENS } from '../../shared/team-limits.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { logEvent } from '../log.ts';
import { newId } from '../new-id.ts';
import { requireConfig } from '../config.ts';
import { sha256Hex } from '../sha256-hex.ts';
import { newTeamToken, prefixOf } from './team-token.ts';
import { createInviteStore } from './invite-store.ts';
import { createTokenStore } from './token-store.ts';
import { createTrail, NO_FACTS, type TrailFacts } from './trail.ts';
import { createTrailStore } from './trail-store.ts';
import type { MadeToken, TeamToken } from '../../shared/protocol/team.ts';
import type { Fault } from '../errors.ts';
import type { Env } from '../env.ts';
import type { Person } from './person.ts';

/** What somebody wants a new token to be, and who asks for it. */
export type TokenWish = Pick<TeamToken, 'name' | 'role' | 'template' | 'expiresAt' | 'createdBy'>;

/** An invite: the hash of its code, and the hash of the token that made it. */
interface InviteWish {
  readonly hash: string;
  readonly maker: string;
  readonly wish: TokenWish;
  readonly expiresAt: number;
}

/**
 * One per Exotel account: the tokens made in the app (others are in the secret TEAM_TOKENS), and the trail of what
 * everybody did.
 */
export class TeamObject extends DurableObject<Env> {
  private readonly tokens = createTokenStore(this.ctx.storage.sql);

  private readonly invites = createInviteStore(this.ctx.storage.sql);
  private readonly lines = createTrailStore(this.ctx.storage.sql);
  private readonly trail = createTrail(this.lines);

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.tokens.migrate();
    this.invites.migrate();
    this.lines.migrate();
  }

  async makeToken(wish: TokenWish): Promise<Result<MadeToken, Fault>> {
    const token = newTeamToken();
    return this.keep(token, await sha256Hex(token), wish);
  }

  invite(invite: InviteWish): Result<null, Fault> {
    const { hash, maker, wish, expiresAt } = invite;
    if (this.invites.count(Date.now()) >= MAX_INVITES) return err({ code: 'too_many_tokens' });
    this.invites.add(hash, maker, wish, expiresAt);
    return ok(null);
  }

  /** Exchanges an invite for a token in one step, so that of two people who use it at once only one gets in. */
  async join(inviteHash: string): Promise<Result<MadeToken, Fault>> {
    const token = newTeamToken();
    const hash = await sha256Hex(token);
    const joined = this.ctx.storage.transactionSync(() => {
      const wish = this.invites.take(inviteHash, Date.now());
      return wish === null ? err({ code: 'invite_not_found' as const }) : this.keep(token, hash, wish);
    });
    if (joined.ok) {
      const { id, name, role } = joined.value;
      const on = { kind: 'token', ref: id, name };
      await this.note({ ...NO_FACTS, who: name, role, from: 'extension', what: 'token.joined', on, after: { role } });
    }
    return joined;
  }

  /** Whether there are preparers, who must ask for each start, or invites for some. */
  hasPreparers(): boolean {
    const now = Date.now();
    return this.tokens.hasRole('preparer', now) || this.invites.hasRole('preparer', now);
  }

  note(facts: TrailFacts): Promise<void> {
    return this.trail.append(facts);
  }

  trailPage(search: string, offset: number, limit: number): { lines: string[]; total: number } {
    return this.lines.page(search, offset, limit);
  }

  trailAfter(seq: number, limit: number): { seq: number; line: string }[] {
    return this.lines.after(seq, limit);
  }

  page(offset: number, limit: number): { items: TeamToken[]; total: number } {
    return { items: this.tokens.page(offset, limit), total: this.tokens.count() };
  }

  /** Whose token this is; null if it is unknown or revoked. Notes that it was used, at most once an hour. */
  personOf(hash: string): Person | null {
    const token = this.tokens.byHash(hash);
    const now = Date.now();
    if (token === null || isOver(token, now)) return null;
    const { id, name, role, template, expiresAt, lastUsedAt } = token;
    if (lastUsedAt === null || Date.parse(lastUsedAt) + LAST_USED_EVERY_MINUTES * 60_000 <= now)
      this.tokens.use(id, now);
    return { name, role, template, isMade: true, expiresAt: expiresAt === null ? null : Date.parse(expiresAt) };
  }

  /** Once this answers, the token does nothing and its sockets hear nothing. */
  async revoke(id: string): Promise<Result<TeamToken, Fault>> {
    const token = this.tokens.byId(id);
    if (token === null) return err({ code: 'token_not_found' });
    this.ctx.storage.transactionSync(() => {
      this.tokens.revoke(id);
      for (const hash of this.tokens.withSockets()) this.invites.dropOf(hash);
    });
    await this.hangUp();
    return ok(token);
  }

  override async alarm(): Promise<void> {
    await this.hangUp();
  }

  private keep(token: string, hash: string, wish: TokenWish): Result<MadeToken, Fault> {
    if (this.tokens.count() >= MAX_TOKENS) return err({ code: 'too_many_tokens' });
    const record = { id: newId(), ...wish, prefix: prefixOf(token), createdAt: new Date().toISOString() };
    this.tokens.add(record, hash);
    return ok({ ...record, lastUsedAt: null, token });
  }

  /** Never throws: sockets that could not be closed now are tried again. */
  private async hangUp(): Promise<void> {
    const account = this.env.ACCOUNTS.getByName(requireConfig(this.env).EXOTEL_ACCOUNT_SID);
    for (const hash of this.tokens.withSockets()) {
      try {
        await account.closeSocketsOf(hash);
        this.tokens.socketsClosed(hash);
      } catch (cause) {
        logEvent('sockets_not_closed', {}, cause);
        await this.ctx.storage.setAlarm(Date.now() + HANG_UP_RETRY_SECONDS * 1000);
      }
    }
  }
}

function isOver({ expiresAt }: TeamToken, now: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}
