import { useSignal } from '@preact/signals';
import { useApp } from '../../components/app-context.ts';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { words } from '../../words/words.ts';
import type { IssueSession } from '../create-issue-session.ts';
import { ExcelHelp } from './excel-help.tsx';
import { IssueActions } from './issue-actions.tsx';
import type { IssueRow } from '../thread/issue-model.ts';
import { IssueFilters } from './issue-filters.tsx';
import { IssueGrid } from './issue-grid.tsx';
import { rowWords } from './issue-words.ts';
import { SuggestedKinds } from './suggested-kinds.tsx';
import { ReimportCorrections } from './reimport-corrections.tsx';
import { WholeRowCard } from './whole-row.tsx';
import './issue-table.css';

/** Every row of a file that is left out: why, what is suggested, and how to correct it. */
export function IssueTable({ name, session }: { name: string; session: IssueSession }) {
  const { surface } = useApp();
  const said = useSignal('');
  const problem = useSignal<string | null>(null);
  const whole = useSignal<{ line: number; back: () => void } | null>(null);
  const state = session.state.value;
  const overview = session.overview.value;
  if (state.state === 'unreadable') return <Notice tone="danger">{words.issues.unreadable}</Notice>;
  if (state.state !== 'ready' || overview === null) return <Reading />;
  if (overview.total === 0) return <Notice tone="good">{words.issues.none}</Notice>;

  async function correct(row: IssueRow, value: string | null): Promise<void> {
    const isKept = await session.correct(row.line, value);
    problem.value = isKept ? null : words.issues.notKept;
    const now = session.find(row.line);
    if (isKept && now) said.value = sentenceOf(now);
  }
  const { total, mended, corrected } = overview;
  return (
    <section class="card stack issue-table" aria-labelledby="issues">
      <h2 id="issues">{mended === total ? words.issues.allMended : words.issues.heading(total - mended)}</h2>
      {corrected > 0 ? <p>{words.issues.summary(mended, corrected)}</p> : null}
      <ExcelHelp codes={overview.codes} />
      <IssueActions name={name} session={session} overview={overview} />
      <SuggestedKinds session={session} overview={overview} />
      <IssueFilters session={session} overview={overview} />
      {problem.value === null ? null : (
        <Notice tone="danger" alert>
          {problem.value}
        </Notice>
      )}
      {session.shown.value === 0 ? (
        <p class="soft">{words.issues.noneFound}</p>
      ) : (
        <IssueGrid
          key={JSON.stringify(session.filter.value)}
          hasNames={overview.hasNames}
          session={session}
          onCorrect={(row, value) => void correct(row, value)}
          onWhole={(line, back) => (whole.value = { line, back })}
        />
      )}
      {whole.value === null ? null : (
        <WholeRowCard
          session={session}
          line={whole.value.line}
          name={session.find(whole.value.line)?.name ?? ''}
          onClose={() => {
            whole.value?.back();
            whole.value = null;
          }}
        />
      )}
      {surface === 'popup' ? null : (
        <ReimportCorrections session={session} numberHeading={state.shape.headings[state.shape.numberColumn] ?? ''} />
      )}
      <p class="visually-hidden" role="status">
        {said.value}
      </p>
    </section>
  );
}

function Reading() {
  return (
    <section class="card stack">
      <p class="soft">{words.issues.reading}</p>
      <Skeleton lines={4} />
    </section>
  );
}

function sentenceOf(row: IssueRow): string {
  const { isAccepted, message } = rowWords(row);
  return isAccepted ? words.issues.rowAccepted(row.line) : words.issues.rowRefused(row.line, message);
}
