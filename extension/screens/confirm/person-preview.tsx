import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import type { Template } from '../../../shared/template/template-schema.ts';
import type { AbsentRow, PreviewRow } from '../../checking/check-messages.ts';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import type { RowPreview } from '../../state/draft/create-row-preview.ts';
import { reasonOf } from '../../issues/reasons.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';
import { PreviewControls } from './preview-controls.tsx';
import { PreviewText } from './preview-text.tsx';

interface Props {
  template: Template;
  /** The file that the people are read from. */
  file: Blob;
  preview: RowPreview;
  settings: CheckSettings;
}

/** What one real person of the file hears or reads, with buttons to the next. */
export function PersonPreview({ template, file, preview, settings }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const aimed = useRef(false);
  useLayoutEffect(() => {
    if (preview.open(file, settings)) aimed.current = true;
  }, [preview, file, settings]);
  useEffect(() => {
    // A person was chosen on the step before, so the focus goes there.
    if (aimed.current) heading.current?.focus();
  }, []);
  const row = preview.row.value;
  const absent = preview.absent.value;
  return (
    <section class="card stack" aria-labelledby="person">
      <h2 id="person" ref={heading} tabIndex={-1}>
        {words.confirm.previewHeading[template.channel]}
      </h2>
      {row ? (
        <div class={preview.isStale.value ? 'preview-stale' : undefined}>
          <Person template={template} row={row} />
        </div>
      ) : absent ? (
        <Notice tone="warn" alert>
          {absentSentence(absent)}
        </Notice>
      ) : preview.reading.value ? (
        <Skeleton lines={3} />
      ) : (
        <p class="soft">{words.confirm.previewNobody}</p>
      )}
      <PreviewControls preview={preview} />
    </section>
  );
}

function absentSentence({ line, issue }: AbsentRow): string {
  if (issue === null) return words.confirm.previewNoContact(line);
  const first = issue.firstLine === undefined ? '' : formatCount(issue.firstLine);
  return words.confirm.previewLeftOut(line, reasonOf(words.issues.reasons, issue.code, first, issue.value).message);
}

/** One person, and what is said or sent to them. */
export function Person({ template, row }: { template: Template; row: PreviewRow }) {
  const sender =
    template.channel === 'sms'
      ? words.confirm.previewSender(template.senderId)
      : words.confirm.previewFrom(template.callerId);
  // If something else is said instead, the text shows it.
  const silent = row.missing.filter((name) => row.parts.some((part) => isSilent(part, name)));
  return (
    <div class="stack" aria-live="polite">
      <p class="row preview-who">
        <strong>{words.confirm.previewTo(row.number, row.line)}</strong>
        <span class="small soft push">{sender}</span>
      </p>
      <PreviewText template={template} row={row} />
      {silent.length > 0 ? <Notice tone="warn">{words.confirm.previewMissing(silent)}</Notice> : null}
      {row.shortened.length > 0 ? <Notice tone="warn">{words.confirm.previewShortened(row.shortened)}</Notice> : null}
      <Facts
        facts={row.cells.map(({ heading, value }) => [heading, value === '' ? words.shell.none : value] as const)}
      />
    </div>
  );
}

function isSilent(part: PreviewRow['parts'][number], name: string): boolean {
  return part.kind === 'variable' && part.name === name && part.value === '';
}
