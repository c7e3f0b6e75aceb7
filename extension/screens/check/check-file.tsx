import { useEffect, useMemo } from 'preact/hooks';
import { callsDuplicates } from '../../../shared/plan/plan-template.ts';
import { templateText } from '../../../shared/template/template-schema.ts';
import { startCheck } from '../../checking/start-check.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Progress } from '../../components/progress.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { createFileCheck } from '../../state/create-file-check.ts';
import { known } from '../../state/loadable.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';
import { AskedAgain } from './asked-again.tsx';
import { CheckFault } from './check-fault.tsx';
import { CheckResult } from './check-result.tsx';
import { ImportSettings } from './import-settings.tsx';

/** Numbers without a country code are Indian unless the Worker says otherwise. */
const USUAL_COUNTRY = 'IN';

interface Props {
  kept: KeptImport;
  file: Blob;
}

/** Runs the check again whenever its settings change, and shows how far it is or what it found. */
export function CheckFile({ kept, file }: Props) {
  const { connection, files, go, templates } = useApp();
  const check = useMemo(() => createFileCheck(file, startCheck), [file]);
  const accountState = connection.account.loadable.value;
  const account = known(accountState);
  const template = known(templates.loadable.value)?.items.find(({ id }) => id === kept.template.id) ?? null;
  const country = account?.country ?? USUAL_COUNTRY;
  const callDuplicates = template === null ? false : callsDuplicates(template);
  const text = template === null ? null : templateText(template);
  const columns = JSON.stringify(kept.columns);
  const waiting = accountState.state === 'loading' || templates.loadable.value.state === 'loading';

  useEffect(() => {
    if (!waiting) check.run({ country, columns: kept.columns, callDuplicates, text });
  }, [check, waiting, country, callDuplicates, text, columns]);
  useEffect(() => () => check.stop(), [check]);

  const state = check.state.value;
  const chooseAnother = () => void files.remove(kept.id).then(() => go({ screen: 'home' }));
  return (
    <div class="check stack">
      <header class="check-head">
        <ScreenTitle>{kept.fileName}</ScreenTitle>
        <Button look="quiet" onClick={chooseAnother}>
          {words.check.otherFile}
        </Button>
      </header>
      {kept.upload.step === 'asks_again' ? <AskedAgain upload={kept.upload} /> : null}
      <ImportSettings kept={kept} />
      {state.state === 'reading' ? (
        <section class="card stack">
          <h2>{words.check.reading}</h2>
          <Progress
            label={words.check.reading}
            done={state.bytes}
            total={file.size}
            words={words.check.readingBytes(state.bytes, file.size)}
          />
          <p class="small soft">{words.check.readingBytes(state.bytes, file.size)}</p>
        </section>
      ) : state.state === 'checked' ? (
        <CheckResult kept={kept} check={check} checked={state.checked} template={template} account={account} />
      ) : (
        <CheckFault kept={kept} fault={state.state === 'fault' ? state.fault : null} />
      )}
    </div>
  );
}
