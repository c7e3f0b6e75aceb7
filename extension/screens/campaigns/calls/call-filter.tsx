import type { Channel } from '../../../../shared/template/template-schema.ts';
import type { CallLook, CallSort } from '../../../api/exotel-calls.ts';
import { SearchField } from '../../../components/form/search-field.tsx';
import { Select } from '../../../components/form/select.tsx';
import { words } from '../../../words/words.ts';

const STATUSES = ['completed', 'no-answer', 'busy', 'failed'] as const;
const SORTS: readonly CallSort[] = ['-created', 'created'];

interface Props {
  channel: Channel;
  look: CallLook;
  onChange: (change: Partial<CallLook>) => void;
}

/** Calls can be filtered by their result, messages by number; Exotel offers nothing else. */
export function CallFilter({ channel, look, onChange }: Props) {
  return (
    <div class="filter-calls">
      {channel === 'sms' ? (
        <SearchField
          label={words.calls.numberSearch}
          hint={words.calls.numberHint}
          value={look.number}
          onSearch={(number) => onChange({ number })}
        />
      ) : (
        <Select
          label={words.calls.status}
          value={look.status}
          options={[
            ['', words.calls.anyStatus],
            ...STATUSES.map((status) => [status, words.calls.statuses[status]] as const),
          ]}
          onChange={(status) => onChange({ status })}
        />
      )}
      <Select
        label={words.calls.sort}
        value={look.sort}
        options={SORTS.map((sort) => [sort, words.calls.sorts[sort]] as const)}
        onChange={(sort) => onChange({ sort })}
      />
    </div>
  );
}
