import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import type { RowPreview } from '../../state/draft/create-row-preview.ts';
import type { MappedVariable } from '../../state/draft/map-columns.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { chooseColumns } from '../columns/choose-columns.ts';
import { MissingPolicy } from './missing-policy.tsx';
import './missing-values.css';

interface MissingVariable {
  readonly variable: MappedVariable;
  /** Number of people to call without a value; if they are left out, number of such rows. */
  readonly count: number;
}

/** The variables with missing values, and those for which something was chosen. */
export function missingOf(variables: readonly MappedVariable[], summary: CheckSummary | null): MissingVariable[] {
  if (summary === null) return [];
  return variables.flatMap((variable) => {
    const missing = summary.variables.find(({ name }) => name === variable.name)?.missing ?? 0;
    const count = variable.leaveOut ? (summary.issues.value_missing ?? 0) : missing;
    return count > 0 || variable.leaveOut || variable.fallback !== null ? [{ variable, count }] : [];
  });
}

interface Props {
  kept: KeptImport;
  preview: RowPreview;
  missing: readonly MissingVariable[];
  channel: Channel;
}

/** Which rows lack a value for the text, what is said instead, and one of them as an example. */
export function MissingValues({ kept, preview, missing, channel }: Props) {
  const app = useApp();
  const { go } = app;
  const choose = chooseColumns(app, kept.id);
  return (
    <section class="card stack" aria-labelledby="missing">
      <h2 id="missing">{words.check.missingHeading}</h2>
      <ul class="missing-values">
        {missing.map(({ variable, count }) => (
          <li key={variable.name}>
            <div class="missing-said">
              <span>{saidOf(variable, count, channel)}</span>
              {variable.leaveOut || count === 0 ? null : (
                <Button
                  look="quiet"
                  label={words.check.seeOneWithout(variable.name)}
                  onClick={() => {
                    preview.aimAt({ at: 'missing', variable: variable.name });
                    go({ screen: 'step', id: kept.id, step: 'confirm' });
                  }}
                >
                  {words.check.seeOne}
                </Button>
              )}
            </div>
            <MissingPolicy channel={channel} variable={variable} onChoose={choose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function saidOf({ name, fallback, leaveOut }: MappedVariable, count: number, channel: Channel): string {
  if (leaveOut) return words.check.missingLeftOut(count, name);
  if (fallback === null || fallback.trim() === '') return words.check.missingValues(count, name, channel);
  return words.check.missingFilled(count, name, fallback, channel);
}
