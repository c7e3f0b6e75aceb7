import { useSignal } from '@preact/signals';
import type { Attention, Decision } from '../../../../shared/protocol/import.ts';
import type { DecideRequest } from '../../../../shared/protocol/import-requests.ts';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/confirm-dialog.tsx';
import { Notice } from '../../../components/status/notice.tsx';
import { useMe } from '../../../components/use-me.ts';
import { may } from '../../../state/team-rights.ts';
import { formatRoute } from '../../../state/route.ts';
import type { Route } from '../../../state/route.ts';
import { words } from '../../../words/words.ts';
import { AdoptForm } from './adopt-form.tsx';
import { attentionTone } from './attention-tone.ts';

interface Props {
  item: Attention;
  /** Number of contacts in the campaign it is about. */
  contacts: number;
  /** A link to that campaign at Exotel, if it exists. */
  place: Route | null;
  onDecide: (seq: number, request: DecideRequest) => Promise<void>;
}

/** One thing that waits for a person: what happened, what to do, and what can be decided here. */
export function AttentionItem({ item, contacts, place, onDecide }: Props) {
  const open = useSignal<Decision | null>(null);
  const busy = useSignal(false);
  const { seq } = item;
  const choices = may(useMe(), 'launchers') ? item.choices : [];

  async function decide(request: DecideRequest): Promise<void> {
    if (seq === null) return;
    open.value = null;
    busy.value = true;
    await onDecide(seq, request);
    busy.value = false;
  }

  return (
    <Notice
      tone={attentionTone(item)}
      title={seq === null ? words.watch.attention : words.watch.campaignTag(seq)}
      action={
        choices.length === 0 && place === null ? null : (
          <>
            {choices.map((choice) => (
              <Button
                key={choice}
                busy={busy.value}
                onClick={() => {
                  if (choice === 'send_again') void decide({ decision: choice });
                  else open.value = open.value === choice ? null : choice;
                }}
              >
                {words.watch.decisions[choice]}
              </Button>
            ))}
            {place === null ? null : <a href={formatRoute(place)}>{words.watch.openCampaign}</a>}
            {open.value === 'adopt' ? <AdoptForm onAdopt={(sid) => void decide({ decision: 'adopt', sid })} /> : null}
          </>
        )
      }
    >
      {words.sentences.attention(item)}
      {open.value === 'give_up' && seq !== null ? (
        <ConfirmDialog
          danger
          title={words.watch.giveUpTitle(seq)}
          body={words.watch.giveUpBody(contacts)}
          confirm={words.watch.giveUpDo}
          keep={words.shell.cancel}
          onConfirm={() => void decide({ decision: 'give_up' })}
          onClose={() => (open.value = null)}
        />
      ) : null}
    </Notice>
  );
}
