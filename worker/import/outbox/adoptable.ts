import { readCampaignToken } from '../../../shared/campaign/name-token.ts';
import type { CampaignRow } from './campaign-row.ts';

type Refusal = NonNullable<CampaignRow['refusal']>;

/**
 * Why the campaign that a person names cannot belong to this row, as far as the import's own rows show; null if they do
 * not rule it out.
 */
export function knownElsewhere(row: CampaignRow, rows: readonly CampaignRow[], sid: string): Refusal | null {
  const owner = rows.find(
    (other) =>
      other.seq !== row.seq &&
      (other.sid === sid || other.seenSids.includes(sid) || other.duplicates.some((each) => each.sid === sid)),
  );
  return owner === undefined ? null : ofAnother(owner.seq);
}

/**
 * Why a campaign at Exotel cannot be adopted by this row, judged by its name; null if it can. Another campaign would
 * have other people, and stopping it would end somebody else's calls.
 */
export function ownershipFault(row: CampaignRow, life: string, name: string): Refusal | null {
  const token = readCampaignToken(name);
  if (token === null) {
    return { code: 'adopt_stranger', message: 'The campaign you named was not made by this import.' };
  }
  if (token.life !== life) {
    return { code: 'adopt_other_import', message: 'The campaign you named belongs to another import.' };
  }
  return token.seq === row.seq ? null : ofAnother(token.seq);
}

function ofAnother(seq: number): Refusal {
  return { code: 'adopt_other_campaign', message: `The campaign you named is campaign ${seq} of this import.` };
}
