import { useRef } from 'preact/hooks';
import { MAX_GREETING_CHARS, MAX_MESSAGE_CHARS, MAX_VARIABLES } from '../../../shared/limits.ts';
import { messageParts } from '../../../shared/template/message-parts.ts';
import { variableNames } from '../../../shared/template/split-text.ts';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/form/field.tsx';
import { Icon } from '../../components/icon.tsx';
import type { TemplateForm } from './create-template-form.ts';
import { spokenSeconds } from './pick-voice.ts';
import { fewestParts } from './fewest-parts.ts';
import { words } from '../../words/words.ts';
import { HearIt } from './hear-it.tsx';

const MARK = '@@';

/** The text that is said or sent, with its variables, its length, and a way to hear it. */
export function TextField({ form }: { form: TemplateForm }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const { text, channel } = form.fields.value;
  const sms = channel === 'sms';
  const path = sms ? 'text' : 'flow.text';
  const variables = variableNames(text);

  /**
   * Inserts a variable at the cursor with its name selected for overtyping. Synchronously, because the next key belongs
   * to it.
   */
  function insert(): void {
    const field = area.current;
    if (!field) return;
    const before = text.slice(0, field.selectionStart);
    const gap = before === '' || /\s$/.test(before) ? '' : ' ';
    const name = words.editor.exampleColumn;
    field.focus();
    field.setRangeText(`${gap}${MARK}${name}`, field.selectionStart, field.selectionEnd, 'end');
    field.setSelectionRange(field.selectionEnd - name.length, field.selectionEnd);
    form.change({ text: field.value });
  }

  return (
    <div class="fields text-field">
      <Field
        label={sms ? words.editor.message : words.editor.text}
        hint={sms ? words.editor.messageHint : words.editor.textHint}
        error={form.shown(path)}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            ref={area}
            class="input"
            rows={5}
            value={text}
            onInput={(event) => form.change({ text: event.currentTarget.value })}
            onBlur={() => form.leave(path)}
          />
        )}
      </Field>
      <p class="small soft">{sms ? smsLength(text) : voiceLength(text)}</p>
      <div class="row">
        <Button disabled={variables.length >= MAX_VARIABLES} onClick={insert}>
          <Icon name="plus" />
          {words.editor.insertColumn}
        </Button>
        {sms ? null : <HearIt text={text} />}
      </div>
      {variables.length === 0 ? null : (
        <div class="columns-used">
          <p class="small">{words.editor.columnsUsed(variables.length, MAX_VARIABLES)}</p>
          <ul>
            {variables.map((name) => (
              <li key={name}>{words.editor.columnTaken(`${MARK}${name}`, name)}</li>
            ))}
          </ul>
          <p class="small soft">{words.editor.columnsNote}</p>
        </div>
      )}
    </div>
  );
}

function voiceLength(text: string): string {
  const { length } = text.trim();
  return words.editor.spokenLength(length, MAX_GREETING_CHARS, length === 0 ? 0 : spokenSeconds(text));
}

function smsLength(text: string): string {
  const { chars, plain } = messageParts(text.trim());
  const { parts, isExact } = fewestParts(text.trim());
  const length = words.editor.messageLength(chars, MAX_MESSAGE_CHARS, parts, isExact);
  return plain || chars === 0 ? length : `${length} ${words.editor.notPlain}`;
}
