import { isOfLine } from '../../api/api-fault.ts';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { words } from '../../words/words.ts';

/** Shown while the Worker does not answer, because template and calling hours are then not known here. */
export function WorkerAway() {
  const { connection, templates } = useApp();
  const states = [connection.account.loadable.value, templates.loadable.value];
  const fault = states.find((one) => one.state === 'fault');
  if (fault?.state !== 'fault') return null;
  const tryAgain = () => {
    void connection.account.refresh();
    void templates.refresh();
  };
  return (
    <Notice
      tone="warn"
      title={isOfLine(fault.fault) ? words.steps.workerAway : words.steps.workerRefuses}
      action={<Button onClick={tryAgain}>{words.shell.tryAgain}</Button>}
      alert
    >
      {words.faultSentence(fault.fault)}
    </Notice>
  );
}
