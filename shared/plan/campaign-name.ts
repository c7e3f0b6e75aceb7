import { MAX_NAME_CHARS } from '../limits.ts';

const CONTROL = /[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * The part of a campaign's name that no other campaign has. It ends the name, and the import's own words hold no `#`,
 * so equal names mean the same campaign.
 */
export function campaignToken(importId: string, seq: number): string {
  return `${importToken(importId)}${seq}`;
}

/**
 * What the names of an import's campaigns have in common: what to search Exotel's list for. How that search matches is
 * not documented and one id may begin another, so what it finds has to be compared with the full names.
 */
export function importToken(importId: string): string {
  return `#${importId}-`;
}

/** "Diwali leads 1/3 #k3v9x2a7-1". The rest is never shorter than the name Exotel asks for. */
export function campaignName(campaign: { importName: string; importId: string; seq: number; total: number }): string {
  const place = `${campaign.seq}/${campaign.total} ${campaignToken(campaign.importId, campaign.seq)}`;
  const words = shortName(campaign.importName);
  return words === '' ? place : `${words} ${place}`;
}

function shortName(importName: string): string {
  const cleaned = importName
    .slice(0, MAX_NAME_CHARS * 8) // more can only be spaces and marks; it bounds the work below
    .toWellFormed()
    .replace(CONTROL, ' ')
    .replaceAll('#', '')
    .replace(/\s+/gu, ' ')
    .trim();
  return Array.from(cleaned).slice(0, MAX_NAME_CHARS).join('').trimEnd();
}
