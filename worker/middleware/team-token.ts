import type { MiddlewareHandler } from 'hono';
import { LIVE_TICKET_PREFIX } from '../../shared/protocol/live.ts';
import { accountsOf, configOf, teamOf, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { sha256Hex } from '../sha256-hex.ts';
import { createGuessLimits } from './guess-limits.ts';
import { isTeamToken } from '../team/team-token.ts';
import type { Person } from '../team/person.ts';

/** No token of ours is longer, so a longer header is not even hashed. */
const MAX_TOKEN_CHARS = 512;
const TICKET_WORDS =
  'A live socket takes a ticket: POST /api/live-tickets, then offer the sub-protocols "dialsheet.live" and "ticket.<ticket>". A team token has no place there: what stands there may be in logs.';

/**
 * Every API call needs a team token: one of TEAM_TOKENS, each compared in constant time and always an admin's, or one
 * made in the app. Only the SHA-256 of either is stored.
 */
export function teamToken(): MiddlewareHandler<AppTypes> {
  const guesses = createGuessLimits();

  return async function checkTeamToken(c, next) {
    const held = await tokenOf(c);
    const person =
      held === null ? null : (adminOf(c, held.hash) ?? (held.isOurs ? await memberOf(c, held.hash) : null));
    if (held === null || person === null) {
      const guess = c.req.header('authorization')?.slice(0, MAX_TOKEN_CHARS);
      const address = c.req.header('cf-connecting-ip') ?? '';
      const retryAfterSeconds = guess === undefined ? null : guesses.note(address, await sha256Hex(guess), Date.now());
      if (retryAfterSeconds !== null) throw new ApiError({ code: 'too_many_guesses', retryAfterSeconds });
      throw new ApiError({ code: 'unauthorised' });
    }
    c.set('person', person);
    c.set('user', person.name);
    c.set('token', held.hash);
    await next();
  };
}

/** The token's SHA-256, and whether it looks like a token made in the app: only such tokens are looked up. */
async function tokenOf(c: AppContext): Promise<{ readonly hash: string; readonly isOurs: boolean } | null> {
  const protocols = protocolsOf(c);
  if (protocols.some((protocol) => /^bearer\./i.test(protocol))) refuseSocket();
  const token = bearerOf(c.req.header('authorization'));
  if (token !== null) return { hash: await sha256Hex(token), isOurs: isTeamToken(token) };
  const ticket = protocols.find((protocol) => protocol.startsWith(LIVE_TICKET_PREFIX));
  if (ticket === undefined || !opensLiveSocket(c)) return null;
  const holder = await accountsOf(c).redeemTicket(await sha256Hex(ticket.slice(LIVE_TICKET_PREFIX.length)));
  return holder === null ? refuseSocket() : { hash: holder.token, isOurs: true };
}

function refuseSocket(): never {
  throw new ApiError({ code: 'unauthorised', message: TICKET_WORDS });
}

/** A ticket opens a socket and nothing else. */
function opensLiveSocket(c: AppContext): boolean {
  return c.req.path.endsWith('/live') && c.req.header('upgrade')?.toLowerCase() === 'websocket';
}

function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer +(\S+)$/i.exec((header ?? '').slice(0, MAX_TOKEN_CHARS));
  return match?.[1] ?? null;
}

function protocolsOf(c: AppContext): string[] {
  const header = c.req.header('sec-websocket-protocol') ?? '';
  return header
    .slice(0, MAX_TOKEN_CHARS)
    .split(',')
    .map((text) => text.trim());
}

function adminOf(c: AppContext, hash: string): Person | null {
  let owner: string | null = null;
  // Every token is compared even after a match, so that the time taken does not reveal which one matched.
  for (const { name, sha256 } of configOf(c).TEAM_TOKENS) {
    if (crypto.subtle.timingSafeEqual(fromHex(hash), fromHex(sha256))) owner = name;
  }
  return owner === null ? null : { name: owner, role: 'admin', isMade: false, template: null, expiresAt: null };
}

async function memberOf(c: AppContext, hash: string): Promise<Person | null> {
  return teamOf(c).personOf(hash);
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
