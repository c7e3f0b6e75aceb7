import type { MiddlewareHandler } from 'hono';
import { LIVE_TOKEN_PREFIX } from '../../shared/protocol/live.ts';
import { configOf, type AppTypes } from '../context.ts';
import { ApiError } from '../errors.ts';

/** A longer header is no token of ours: it is not worth hashing. */
const MAX_TOKEN_CHARS = 512;

/** Every call of the API needs a team token; only its SHA-256 is known here, compared in constant time with each. */
export function teamToken(): MiddlewareHandler<AppTypes> {
  return async function checkTeamToken(c, next) {
    const config = configOf(c);
    const token = bearerOf(c.req.header('authorization')) ?? socketToken(c.req.header('sec-websocket-protocol'));
    const user = token === null ? null : await ownerOf(token, config.TEAM_TOKENS);
    if (user === null) throw new ApiError({ code: 'unauthorised' });
    c.set('user', user);
    await next();
  };
}

function bearerOf(header: string | undefined): string | null {
  const match = /^Bearer +(\S+)$/i.exec((header ?? '').slice(0, MAX_TOKEN_CHARS));
  return match?.[1] ?? null;
}

/** A browser cannot set headers on a WebSocket: there the token is a sub-protocol, base64url. */
function socketToken(header: string | undefined): string | null {
  const protocols = (header ?? '').slice(0, MAX_TOKEN_CHARS * 2).split(',');
  const mine = protocols.map((text) => text.trim()).find((text) => text.startsWith(LIVE_TOKEN_PREFIX));
  const encoded = mine?.slice(LIVE_TOKEN_PREFIX.length) ?? '';
  if (!/^[A-Za-z0-9_-]+$/.test(encoded) || encoded.length % 4 === 1) return null;
  const binary = atob(encoded.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0)));
}

async function ownerOf(
  token: string,
  known: readonly { readonly name: string; readonly sha256: string }[],
): Promise<string | null> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  let owner: string | null = null;
  // Every token is compared, found or not: the time taken says nothing about which one matched.
  for (const { name, sha256 } of known) {
    if (crypto.subtle.timingSafeEqual(digest, fromHex(sha256))) owner = name;
  }
  return owner;
}

function fromHex(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
