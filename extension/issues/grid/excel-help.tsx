import { Notice } from '../../components/status/notice.tsx';
import { words } from '../../words/words.ts';
import type { IssueOverview } from '../thread/issue-overview.ts';

/** How to export a sheet again with all its digits; shown only if some were destroyed. */
export function ExcelHelp({ codes }: Pick<IssueOverview, 'codes'>) {
  const damaged = (codes.excel_exponent ?? 0) + (codes.excel_truncated ?? 0);
  if (damaged === 0) return null;
  return (
    <Notice tone="warn" title={words.spreadsheets.damageHeading(damaged)}>
      <p>{words.spreadsheets.damageNote}</p>
      {words.spreadsheets.programs.map(({ name, steps }) => (
        <details key={name} class="issue-help">
          <summary>{name}</summary>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </details>
      ))}
    </Notice>
  );
}
