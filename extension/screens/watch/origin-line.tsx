import type { Import } from '../../../shared/protocol/import.ts';
import { assertNever } from '../../../shared/result.ts';
import { outcomeWord } from '../../components/status/outcome-parts.ts';
import { formatRoute } from '../../state/route.ts';
import { words } from '../../words/words.ts';

/** Where an import's people come from, with a link to it. */
export function OriginLine({ view }: { view: Pick<Import, 'origin' | 'channel' | 'file' | 'template'> }) {
  const { origin, channel, file, template } = view;
  const used = words.watch.with(template.name);
  switch (origin.kind) {
    case 'file':
      return (
        <>
          {words.watch.file(file.name, file.bytes)} {used}
          {words.shell.fullStop}
        </>
      );
    case 'import': {
      const outcomes = origin.outcomes.map((outcome) => outcomeWord(outcome, channel).toLowerCase()).join(', ');
      return (
        <>
          {words.watch.fromImport}{' '}
          <a href={formatRoute({ screen: 'import', id: origin.id })}>{words.watch.quoted(origin.name)}</a>
          {outcomes === '' ? '' : `: ${outcomes}`}, {used}
          {words.shell.fullStop}
        </>
      );
    }
    case 'campaign':
      return (
        <>
          <a href={formatRoute({ screen: 'campaign', sid: origin.sid, channel, edit: false })}>
            {words.watch.followsCampaign}
          </a>
          {origin.keepsHours ? ` ${words.watch.keepsHours}` : ''}
        </>
      );
    default:
      return assertNever(origin);
  }
}
