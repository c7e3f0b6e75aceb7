import { MAX_NAME_CHARS } from '../limits.ts';

const CONTROL = /[\p{Cc}\p{Bidi_Control}]/gu;

/**
 * The part of a campaign's name that no other campaign has. It ends the name, and the import's own words contain no
 * `#`, so equal names mean the same campaign. `life` is the import's id and incarnation.
 */
export function campaignToken(life: string, seq: number): string {
  return `${importToken(life)}${seq}`;
}

/**
 * What the names of an import's campaigns have in common, to search Exotel's list with. How that search matches is not
 * documented, and one life's name may begin with another's, so results must be compared by full name.
 */
export function importToken(life: string): string {
  return `#${life}-`;
}

/** "Diwali leads 1/3 #k3v9x2a7-m4q8z2rt6w-1". Position and token alone are long enough for Exotel's minimum. */
export function campaignName(campaign: { importName: string; life: string; seq: number; total: number }): string {
  const place = `${campaign.seq}/${campaign.total} ${campaignToken(campaign.life, campaign.seq)}`;
  const words = shortName(campaign.importName);
  return words === '' ? place : `${words} ${place}`;
}

/**
 * "Diwali leads 20001 #k3v9x2a7-m4q8z2rt6w-L20001.1": the list that begins with contact 20,001, first upload. Exotel
 * adds to a list whose name it knows, so every upload has its own name.
 */
export function listName(list: { importName: string; life: string; firstContact: number; attempt: number }): string {
  const from = list.firstContact + 1;
  const place = `${from} ${importToken(list.life)}L${from}.${list.attempt}`;
  const words = shortName(list.importName);
  return words === '' ? place : `${words} ${place}`;
}

function shortName(importName: string): string {
  const cleaned = importName
    .slice(0, MAX_NAME_CHARS * 8) // more can only be spaces and marks; this limits the work below
    .toWellFormed()
    .replace(CONTROL, ' ')
    .replaceAll('#', '')
    .replace(/\s+/gu, ' ')
    .trim();
  return Array.from(cleaned).slice(0, MAX_NAME_CHARS).join('').trimEnd();
}
