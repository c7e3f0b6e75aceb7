import { TOKEN_PREFIX_CHARS } from '../../shared/team-limits.ts';

/** A visible prefix, so that scanners of repositories and chats recognise a token. */
const MARK = 'ds_live_';
const SHAPE = /^ds_live_[A-Za-z0-9_-]{43}$/;

const CODE = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits cannot be guessed, so the hash needs neither salt nor slowness. */
export function newTeamToken(): string {
  return `${MARK}${randomText()}`;
}

/** A text that does not look like a token is not looked up. */
export function isTeamToken(token: string): boolean {
  return SHAPE.test(token);
}

export function newInviteCode(): string {
  return randomText();
}

export function isInviteCode(code: string): boolean {
  return CODE.test(code);
}

export function prefixOf(token: string): string {
  return token.slice(0, TOKEN_PREFIX_CHARS);
}

function randomText(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
