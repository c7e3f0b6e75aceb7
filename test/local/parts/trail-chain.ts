import { createHash } from 'node:crypto';

/** What is known of a trail after some of its lines. */
export interface TrailChain {
  readonly lines: number;
  /** SHA-256 of the last line, as text; null before the first. */
  readonly last: string | null;
  /** Whether the first line has one before it, which is not in this export. */
  readonly isCut: boolean;
  /** The line, from 1, that does not follow from the one before it, and why; nothing is read beyond it. */
  readonly broken: { readonly line: number; readonly why: 'unreadable' | 'hash' | 'number' } | null;
  readonly seq: number | null;
}

export const NO_TRAIL: TrailChain = { lines: 0, last: null, isCut: false, broken: null, seq: null };

/** One more line of the export, exactly as it was written. */
export function addLine(chain: TrailChain, text: string): TrailChain {
  if (chain.broken !== null) return chain;
  const line = chain.lines + 1;
  const facts = factsOf(text);
  const broken = (why: 'unreadable' | 'hash' | 'number') => ({ ...chain, broken: { line, why } });
  if (facts === null) return broken('unreadable');
  const { seq, prev } = facts;
  if (chain.last !== null && prev !== chain.last) return broken('hash');
  if (chain.seq !== null && seq !== chain.seq + 1) return broken('number');
  // Only the very first line of a trail follows nothing.
  if (chain.last === null && (prev === '') !== (seq === 1)) return broken('hash');
  const isCut = chain.last === null ? prev !== '' : chain.isCut;
  return { lines: line, last: createHash('sha256').update(text).digest('hex'), isCut, broken: null, seq };
}

function factsOf(text: string): { seq: number; prev: string } | null {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('seq' in read) || !('prev' in read)) return null;
    const { seq, prev } = read;
    return typeof seq === 'number' && typeof prev === 'string' ? { seq, prev } : null;
  } catch {
    return null;
  }
}
