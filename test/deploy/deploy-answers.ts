import { randomBytes } from 'node:crypto';
import { sha256Hex } from './sha256-hex.ts';

/** Where Exotel keeps an account, and the address its API has there. Source: Exotel's API reference. */
const EXOTEL_REGIONS = {
  singapore: 'https://api.exotel.com',
  mumbai: 'https://api.in.exotel.com',
} as const;

/** What only the owner of the accounts knows. */
export interface ExotelAnswers {
  readonly baseUrl: string;
  readonly accountSid: string;
  readonly apiKey: string;
  readonly apiToken: string;
}

/** One thing to be asked for, by the name the environment may answer it under. */
export interface Question {
  readonly name: 'EXOTEL_BASE_URL' | 'EXOTEL_ACCOUNT_SID' | 'EXOTEL_API_KEY' | 'EXOTEL_API_TOKEN';
  readonly ask: string;
  /** Never shown while it is typed, nor kept anywhere but in Cloudflare's secrets. */
  readonly secret: boolean;
}

const QUESTIONS: readonly Question[] = [
  { name: 'EXOTEL_BASE_URL', ask: 'Region of your Exotel account (singapore or mumbai)', secret: false },
  { name: 'EXOTEL_ACCOUNT_SID', ask: 'Account SID (Exotel dashboard, Settings, API)', secret: false },
  { name: 'EXOTEL_API_KEY', ask: 'API key', secret: true },
  { name: 'EXOTEL_API_TOKEN', ask: 'API token', secret: true },
];

/** A region by its name, or the address of one; null for anything else. */
export function baseUrlOf(text: string): string | null {
  const name = text.trim().toLowerCase();
  if (name === 'singapore' || name === 'mumbai') return EXOTEL_REGIONS[name];
  const url = URL.parse(text.trim());
  return url !== null && /^https?:$/.test(url.protocol) ? url.href.replace(/\/+$/, '') : null;
}

/** Why a typed answer cannot be one; null where it may. */
export function answerFault(name: Question['name'], answer: string): string | null {
  if (answer === '') return 'An answer is needed.';
  if (name === 'EXOTEL_BASE_URL' && baseUrlOf(answer) === null) return 'Enter singapore or mumbai.';
  if (/\s/.test(answer)) return 'No spaces: copy it once more.';
  return null;
}

/**
 * The questions that neither stored settings nor the environment answer. Credentials are tested together, so if one is
 * missing, all that the environment does not answer are asked for.
 */
export function questionsLeft(
  env: Readonly<Record<string, string | undefined>>,
  stored: ReadonlySet<string>,
): readonly Question[] {
  const isWhole = QUESTIONS.every(({ name }) => stored.has(name));
  if (isWhole && QUESTIONS.every(({ name }) => (env[name] ?? '') === '')) return [];
  return QUESTIONS.filter(({ name }) => (env[name] ?? '') === '');
}

/** The secrets a deployment makes by itself, where none is stored: how callbacks are signed, and the first way in. */
export function newSecrets(
  stored: ReadonlySet<string>,
  env: Readonly<Record<string, string | undefined>>,
  isOwnerLost = false,
): { readonly secrets: Readonly<Record<string, string>>; readonly ownerToken: string | null } {
  const secrets: Record<string, string> = {};
  let ownerToken: string | null = null;
  if (!stored.has('CALLBACK_SECRET')) secrets['CALLBACK_SECRET'] = env['CALLBACK_SECRET'] ?? newToken();
  // Nobody can read stored secrets, so a lost first invite is replaced by a new one.
  if (isOwnerLost || !stored.has('TEAM_TOKENS')) {
    const given = env['TEAM_TOKENS'] ?? '';
    if (given === '') ownerToken = newToken();
    secrets['TEAM_TOKENS'] =
      ownerToken === null ? given : JSON.stringify([{ name: 'owner', sha256: sha256Hex(ownerToken) }]);
  }
  return { secrets, ownerToken };
}

/**
 * A build at Cloudflare has no person in front of it and keeps its log, so it makes no invite, which the log would
 * show.
 */
export function ofBuild({ secrets }: ReturnType<typeof newSecrets>): ReturnType<typeof newSecrets> {
  const { TEAM_TOKENS: _tokens, ...rest } = secrets;
  return { secrets: rest, ownerToken: null };
}

function newToken(): string {
  return randomBytes(32).toString('base64url');
}
