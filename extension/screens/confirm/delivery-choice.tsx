import { useId } from 'preact/hooks';
import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Help } from '../../components/help.tsx';
import { allowedWish, wishesFor } from './delivery-preferences.ts';
import type { KeptImport } from '../../storage/kept-import.ts';
import { words } from '../../words/words.ts';

interface Props {
  kept: KeptImport;
  template: Template;
  /** Why the contacts are delivered this way. */
  sentence: string;
}

/** How the numbers reach Exotel and why; a choice if the template allows one. */
export function DeliveryChoice({ kept, template, sentence }: Props) {
  const { actions } = useApp();
  const id = useId();
  const wishes = wishesFor(template);
  const chosen = allowedWish(template, kept.delivery);
  if (wishes.length === 0) {
    return (
      <div class="delivery">
        <h3>{words.confirm.deliveryHeading}</h3>
        <div class="small">
          <Help about="lists">{sentence}</Help>
        </div>
      </div>
    );
  }
  return (
    <fieldset class="delivery">
      <legend>{words.confirm.deliveryHeading}</legend>
      <div class="small">
        <Help about="lists">{sentence}</Help>
      </div>
      {wishes.map((wish) => (
        <label key={wish} class="tick">
          <input
            type="radio"
            name={id}
            checked={wish === chosen}
            aria-describedby={`${id}-${wish}`}
            onChange={() => void actions.change(kept.id, { delivery: wish })}
          />
          <span>
            {words.confirm.wishes[wish].label}
            <span class="field-hint delivery-hint" id={`${id}-${wish}`}>
              {words.confirm.wishes[wish].hint}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
