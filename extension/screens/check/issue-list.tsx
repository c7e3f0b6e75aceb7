import { useSignal } from '@preact/signals';
import { issueSentence } from '../../../shared/contacts/issue-sentences.ts';
import { FIRST_ISSUES_SHOWN, MORE_ISSUES_SHOWN } from '../../../shared/limits.ts';
import type { CheckedFile } from '../../checking/check-messages.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { saveFile } from '../../components/save-file.ts';
import type { FileCheck } from '../../state/create-file-check.ts';
import { formatCount } from '../../words/format-number.ts';
import { words } from '../../words/words.ts';

interface Props {
  name: string;
  check: FileCheck;
  checked: CheckedFile;
}

/** The rows that are not called: where, what stands there, why, and what to do. */
export function IssueList({ name, check, checked }: Props) {
  const shown = useSignal(FIRST_ISSUES_SHOWN);
  const { issues, summary } = checked;
  const count = Object.values(summary.issues).reduce((sum, one) => sum + one, 0);
  if (count === 0) return <Notice tone="good">{words.check.noIssues}</Notice>;
  const left = issues.length - shown.value;
  const download = () =>
    check.writeRejected((csv) => {
      if (csv) saveFile(csv, words.check.issuesFile(name));
    });
  return (
    <section class="card stack" aria-labelledby="issues">
      <div class="row">
        <h2 id="issues">{words.check.issuesHeading(count)}</h2>
        <span class="push">
          <Button busy={check.writing.value} onClick={download}>
            <Icon name="download" />
            {check.writing.value ? words.check.writingIssues : words.check.downloadIssues}
          </Button>
        </span>
      </div>
      <table class="issues">
        <thead>
          <tr>
            <th scope="col">{words.check.issueRow}</th>
            <th scope="col">{words.check.issueValue}</th>
            <th scope="col">{words.check.issueReason}</th>
          </tr>
        </thead>
        <tbody>
          {issues.slice(0, shown.value).map((issue) => {
            const { message, fix } = issueSentence(issue);
            return (
              <tr key={issue.line}>
                <td class="issue-line">{formatCount(issue.line)}</td>
                <td class="issue-value">
                  {issue.value === '' ? <span class="soft">{words.check.emptyValue}</span> : <code>{issue.value}</code>}
                </td>
                <td>
                  {message} <span class="soft">{fix}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {left > 0 ? (
        <Button look="quiet" onClick={() => (shown.value += MORE_ISSUES_SHOWN)}>
          {words.check.moreIssues(Math.min(left, MORE_ISSUES_SHOWN), count - shown.value)}
        </Button>
      ) : null}
      {left <= 0 && count > issues.length ? <p class="small soft">{words.check.issuesCut(issues.length)}</p> : null}
    </section>
  );
}
