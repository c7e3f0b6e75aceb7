import type { CheckSummary } from '../../../shared/contacts/check-contacts.ts';
import type { Channel } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import type { RowPreview } from '../../state/create-row-preview.ts';
import { words } from '../../words/words.ts';
import './missing-values.css';

interface Props {
  id: string;
  preview: RowPreview;
  variables: CheckSummary['variables'];
  channel: Channel;
}

/** Whose rows have no value for what the text says, and one of them to look at. */
export function MissingValues({ id, preview, variables, channel }: Props) {
  const { go } = useApp();
  return (
    <section class="card stack" aria-labelledby="missing">
      <h2 id="missing">{words.check.missingHeading}</h2>
      <ul class="missing-values">
        {variables.map(({ name, missing }) => (
          <li key={name}>
            <span>{words.check.missingValues(missing, name, channel)}</span>
            <Button
              look="quiet"
              label={words.check.seeOneWithout(name)}
              onClick={() => {
                preview.aimAt({ at: 'missing', variable: name });
                go({ screen: 'step', id, step: 'confirm' });
              }}
            >
              {words.check.seeOne}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
