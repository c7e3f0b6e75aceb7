import { TOKEN_PREFIX_CHARS } from '../../shared/team-limits.ts';

/** Visible, so that scanners of repositories and chats know one when they see it. */
const MARK = 'ds_live_';
const SHAPE = /^ds_live_[A-Za-z0-9_-]{43}$/;

const CODE = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits: nobody guesses it, so its hash needs no salt and no slowness. */
export function newTeamToken(): string {
  return `${MARK}${randomText()}`;
}

/** What does not look like one is not worth asking anybody about. */
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
