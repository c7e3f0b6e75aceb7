import { readCampaignToken } from '../../../shared/campaign/name-token.ts';
import type { CampaignRow } from './campaign-row.ts';

type Refusal = NonNullable<CampaignRow['refusal']>;

/** Why the campaign a person names cannot be this one, as far as the import's own rows tell; null where they do not. */
export function knownElsewhere(row: CampaignRow, rows: readonly CampaignRow[], sid: string): Refusal | null {
  const owner = rows.find(
    (other) =>
      other.seq !== row.seq &&
      (other.sid === sid || other.seenSids.includes(sid) || other.duplicates.some((each) => each.sid === sid)),
  );
  return owner === undefined ? null : ofAnother(owner.seq);
}

/**
 * Whether a campaign that Exotel shows is this row's: its name says so, or it is nobody's to take. Its people would not
 * be this campaign's, and a stop would end what is somebody else's.
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
