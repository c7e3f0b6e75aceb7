import { messageParts } from '../../../shared/template/message-parts.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { PreviewRow } from '../../checking/check-messages.ts';
import { words } from '../../words/words.ts';

/** The text with this person's values; for a flow, what is known about it. */
export function PreviewText({ template, row }: { template: Template; row: PreviewRow }) {
  if (template.channel === 'voice' && template.flow.kind === 'flow') {
    return <p class="preview-text soft">{words.confirm.previewFlow(template.flow.url)}</p>;
  }
  const text = row.parts.map((part) => (part.kind === 'text' ? part.text : part.value)).join('');
  return (
    <div>
      <blockquote class="preview-text" lang={/\p{Script=Devanagari}/u.test(text) ? 'hi' : undefined}>
        {row.parts.map((part, index) =>
          part.kind === 'text' ? (
            part.text
          ) : part.value === '' ? (
            <mark key={index} class="preview-missing">
              {words.confirm.missingValue(part.name)}
            </mark>
          ) : (
            <mark key={index} class="preview-value">
              {part.value}
            </mark>
          ),
        )}
      </blockquote>
      <TextNote template={template} text={text} />
    </div>
  );
}

function TextNote({ template, text }: { template: Template; text: string }) {
  if (template.channel === 'sms') {
    const { chars, parts, plain } = messageParts(text);
    return (
      <p class="small soft preview-note">
        {words.confirm.messageLength(chars, parts)}
        {plain ? '' : `${words.shell.fullStop} ${words.confirm.messageUnicode}`}
      </p>
    );
  }
  if (template.flow.kind !== 'ivr') return null;
  return <p class="small soft preview-note">{words.confirm.previewMenu(template.flow.repeatMenu)}</p>;
}
