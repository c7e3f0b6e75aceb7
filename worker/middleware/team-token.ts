import type { MiddlewareHandler } from 'hono';
import { LIVE_TICKET_PREFIX } from '../../shared/protocol/live.ts';
import { accountsOf, configOf, type AppContext, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';
import { sha256Hex } from '../sha256-hex.ts';
import { createGuessLimits } from './guess-limits.ts';
import type { TokenHolder } from '../account/live-tickets.ts';

/** A longer header is no token of ours: it is not worth hashing. */
const MAX_TOKEN_CHARS = 512;
const TICKET_WORDS =
  'A live socket takes a ticket: POST /api/live-tickets, then offer the sub-protocols "dialsheet.live" and "ticket.<ticket>". A team token has no place there: what stands there may be in logs.';

/** Every call of the API needs a team token; only its SHA-256 is known here, compared in constant time with each. */
export function teamToken(): MiddlewareHandler<AppTypes> {
  const guesses = createGuessLimits();

  return async function checkTeamToken(c, next) {
    const holder = await holderOf(c);
    if (holder === null) {
      const guess = c.req.header('authorization')?.slice(0, MAX_TOKEN_CHARS);
      const address = c.req.header('cf-connecting-ip') ?? '';
      const retryAfterSeconds = guess === undefined ? null : guesses.note(address, await sha256Hex(guess), Date.now());
      if (retryAfterSeconds !== null) throw new ApiError({ code: 'too_many_guesses', retryAfterSeconds });
      throw new ApiError({ code: 'unauthorised' });
    }
    c.set('user', holder.name);
    c.set('token', holder.token);
    await next();
  };
}

async function holderOf(c: AppContext): Promise<TokenHolder | null> {
  const { TEAM_TOKENS } = configOf(c);
  const protocols = protocolsOf(c);
  if (protocols.some((protocol) => /^bearer\./i.test(protocol))) refuseSocket();
  const token = bearerOf(c.req.header('authorization'));
  if (token !== null) return ownerOf(await sha256Hex(token), TEAM_TOKENS);
  const ticket = protocols.find((protocol) => protocol.startsWith(LIVE_TICKET_PREFIX));
  if (ticket === undefined || !opensLiveSocket(c)) return null;
  const holder = await accountsOf(c).redeemTicket(await sha256Hex(ticket.slice(LIVE_TICKET_PREFIX.length)));
  if (holder === null) refuseSocket();
  return ownerOf(holder.token, TEAM_TOKENS);
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

function ownerOf(
  token: string,
  known: readonly { readonly name: string; readonly sha256: string }[],
): TokenHolder | null {
  let owner: TokenHolder | null = null;
  // Every token is compared, found or not: the time taken says nothing about which one matched.
  for (const { name, sha256 } of known) {
    if (crypto.subtle.timingSafeEqual(fromHex(token), fromHex(sha256))) owner = { name, token };
  }
  return owner;
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
