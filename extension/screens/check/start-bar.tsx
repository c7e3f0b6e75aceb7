import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Tick } from '../../components/tick.tsx';
import type { Expectation, KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';

interface Props {
  kept: KeptImport;
  /** As counted here; null while nothing can be started. */
  counted: Expectation | null;
}

/** The one button that makes calls, saying how many. */
export function StartBar({ kept, counted }: Props) {
  const { actions, connection, memory } = useApp();
  const pressed = useSignal(false);
  const again = useSignal(false);
  const found = useSignal<Expectation | null>(null);
  const asksAgain = kept.upload.step === 'asks_again';
  const before = kept.upload.step === 'asks_again' && kept.upload.why === 'launched_before';

  /** The Worker's own count is what a second press is held to: otherwise two versions could disagree for ever. */
  async function askTheWorker(): Promise<void> {
    const answer = await connection.client.value?.import(kept.id);
    if (!answer?.ok || !answer.value.plan) return;
    found.value = { contacts: answer.value.rows.accepted, campaigns: answer.value.plan.campaigns };
  }
  useEffect(() => {
    if (asksAgain) void askTheWorker();
  }, [asksAgain, kept.id]);

  const expectation = found.value ?? counted;
  return (
    <div class="start-bar">
      {before ? (
        <Tick label={words.check.callAgain} checked={again.value} onChange={(checked) => (again.value = checked)} />
      ) : (
        <p class="small soft">{expectation ? words.check.startNote : words.check.cannotStart}</p>
      )}
      <Button
        look="primary"
        large
        busy={pressed.value}
        disabled={expectation === null || (before && !again.value)}
        onClick={() => {
          if (!expectation) return;
          pressed.value = true;
          void memory.watch(kept.id).then(() => actions.press(kept.id, expectation, again.value));
        }}
      >
        {pressed.value
          ? words.check.starting
          : expectation
            ? words.check.start(expectation.contacts, expectation.campaigns)
            : words.check.cannotStart}
      </Button>
    </div>
  );
}
