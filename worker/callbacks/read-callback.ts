import { detailOf, toMessageStatus } from '../exotel/read-call.ts';
import { readMultipart } from './read-multipart.ts';
import { toCallStatus, toCampaignState, type CallStatus } from '../exotel/status.ts';
import type { CampaignState } from '../../shared/protocol/campaign-view.ts';

const CALLBACK_KINDS = ['call', 'schedule', 'message', 'campaign'] as const;
export type CallbackKind = (typeof CALLBACK_KINDS)[number];

export function isCallbackKind(text: string): text is CallbackKind {
  return (CALLBACK_KINDS as readonly string[]).includes(text);
}

interface CallReport {
  readonly sid: string;
  readonly status: CallStatus;
  readonly at: string | null;
  readonly detail?: string;
}

/**
 * What a callback says, as far as it can be read. Its content is not trusted, only a hint: the kind comes from the URL
 * we signed, the rest from a body whose shape differs between Exotel's pages.
 */
export interface CallbackFacts {
  readonly campaignSid: string | null;
  /** The values of every field that may hold the contact's number; which one does differs between Exotel's pages. */
  readonly numbers: readonly string[];
  readonly status: CallStatus;
  readonly campaignState: CampaignState;
  readonly calls: readonly CallReport[];
}

type Fields = ReadonlyMap<string, unknown>;

const NOTHING: CallbackFacts = {
  campaignSid: null,
  numbers: [],
  status: 'unknown',
  campaignState: 'unknown',
  calls: [],
};

/** Fields where a callback may name the contact. A schedule callback names the ExoPhone in `from`, */
const CONTACT_FIRST = ['number', 'to', 'phone', 'from', 'callfrom', 'callto'] as const;
/** and a flow's Passthru names it in `To`: there the person is at the other end of the line. */
export const CALLER_FIRST = ['callfrom', 'from', 'number', 'phone', 'to', 'callto'] as const;

/**
 * Reads JSON or a form. Accepts keys in any casing, with or without separators, and with Exotel's own misspellings.
 * Never throws.
 */
export function readCallback(text: string, numberFields: readonly string[] = CONTACT_FIRST): CallbackFacts {
  const fields = toFields(parseBody(text));
  if (fields === null) return NOTHING;
  const word = textOf(fields, ...STATUS_FIELDS) ?? '';
  const detailed = textOf(fields, 'detailedstatus') ?? '';
  const status = toMessageStatus(word, detailed);
  const at = textOf(fields, 'starttime', 'datecreated', 'dateupdated', 'dateupdcated') ?? null;
  const sid = textOf(fields, 'callsid', 'messagesid', 'smssid', 'sid');
  const listed = readCallSids(fields.get('callsids'), at);
  const own = sid === undefined ? [] : [{ sid, status, at, ...detailOf(word, detailed) }];
  return {
    campaignSid: textOf(fields, 'campaignsid', 'campaignid') ?? null,
    numbers: numberFields.map((key) => textOf(fields, key)).filter((number) => number !== undefined),
    status,
    campaignState: toCampaignState(word),
    calls: [...own, ...listed],
  };
}

/** The status as it was sent; null where there is none. */
export function readStatusWord(text: string): string | null {
  const fields = toFields(parseBody(text));
  return fields === null ? null : (textOf(fields, ...STATUS_FIELDS) ?? null);
}

/** The keys that were pressed, as sent; null if none were. */
export function readDigits(text: string): string | null {
  const fields = toFields(parseBody(text));
  return fields === null ? null : (textOf(fields, 'digits', 'digit') ?? null);
}

/** The last field is Passthru's: how the call ended that the flow connected to the person. */
const STATUS_FIELDS = ['status', 'callstatus', 'smsstatus', 'dialcallstatus'];

function parseBody(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    try {
      return JSON.parse(trimmed) as unknown;
    } catch {
      return null;
    }
  }
  if (!trimmed.includes('=')) return null;
  return readMultipart(trimmed) ?? Object.fromEntries(new URLSearchParams(trimmed));
}

/**
 * Nobody sends more than an array around an envelope around an array; deeper nesting is an attempt to exhaust the
 * stack.
 */
const MAX_WRAPPINGS = 4;

/** Exotel's documentation shows a create call's envelope as a callback; then its one resource is read. */
function toFields(body: unknown, wrappings = MAX_WRAPPINGS): Fields | null {
  if (typeof body !== 'object' || body === null || wrappings === 0) return null;
  if (Array.isArray(body)) return toFields(body[0], wrappings - 1);
  const fields = new Map(Object.entries(body).map(([key, value]) => [key.toLowerCase().replace(/[^a-z]/g, ''), value]));
  const response = fields.get('response');
  if (!Array.isArray(response)) return fields;
  return toFields(toFields(response[0], wrappings - 1)?.get('data'), wrappings - 1);
}

function textOf(fields: Fields, ...keys: string[]): string | undefined {
  for (const key of keys) {
    const value = fields.get(key);
    if (typeof value === 'string' && value !== '') return value.slice(0, 256);
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}

/** Exotel's sample has objects, another page has bare strings, and a form carries them as JSON text. */
function readCallSids(value: unknown, at: string | null): CallReport[] {
  const list = typeof value === 'string' ? parseBody(value) : value;
  if (!Array.isArray(list)) return [];
  const calls: CallReport[] = [];
  // Exotel makes at most four attempts, so a much longer list is not genuine.
  for (const entry of list.slice(0, 16)) {
    if (typeof entry === 'string') calls.push({ sid: entry.slice(0, 256), status: 'unknown', at });
    const fields = typeof entry === 'object' ? toFields(entry) : null;
    const sid = fields === null ? undefined : textOf(fields, 'callsid', 'sid');
    if (fields === null || sid === undefined) continue;
    const own = textOf(fields, 'status') ?? '';
    const startedAt = textOf(fields, 'starttime', 'datecreated') ?? at;
    calls.push({ sid, status: toCallStatus(own), at: startedAt, ...detailOf(own) });
  }
  return calls;
}
