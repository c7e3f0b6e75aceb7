import type { CampaignUpdate, ExotelCampaign } from '../protocol/exotel-campaign.ts';
import { err, ok, type Result } from '../result.ts';
import { foldName, MARK, splitText } from '../template/split-text.ts';
import type { UpdateFault } from './update-faults.ts';

/**
 * The text of an import's own campaign with its variables named like the columns of its list: if Exotel does not find a
 * name there, it reads out the name itself to everybody. The list has only the columns of the text it was made with.
 */
export function withOwnVariables(
  campaign: Pick<ExotelCampaign, 'import' | 'text'>,
  update: CampaignUpdate,
): Result<CampaignUpdate, UpdateFault<'variables_not_in_list'>> {
  if (campaign.import === null || update.text === undefined) return ok(update);
  const headed = variablesOf(campaign.text ?? '', []);
  const byName = new Map(headed.map((heading) => [bare(heading), heading]));
  const asWritten = headed.flatMap((heading) => [heading, heading.replaceAll('_', ' ')]);
  const strangers = variablesOf(update.text, asWritten).filter((name) => !byName.has(bare(name)));
  if (strangers.length > 0) return err({ code: 'variables_not_in_list', variables: strangers, known: headed });
  const text = splitText(update.text, asWritten)
    .map((part) => (part.kind === 'text' ? part.text : `${MARK}${byName.get(bare(part.name)) ?? part.name}`))
    .join('');
  return ok({ ...update, text });
}

function variablesOf(text: string, headings: readonly string[]): string[] {
  const names = splitText(text, headings).flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
  return [...new Set(names)];
}

/** A list's headings have underscores where the file's headings have spaces. */
function bare(name: string): string {
  return foldName(name.replaceAll('_', ' '));
}
