import type { HistoryGroup } from '../../state/history-query.ts';
import { countOf } from '../format-number.ts';

const groups: Record<HistoryGroup, string> = {
  waiting: 'Not started',
  under_way: 'Under way',
  attention: 'Needs attention',
  finished: 'Finished',
  stopped: 'Stopped',
};

/** Every import the Worker knows. */
export const history = {
  title: 'All imports',
  search: 'Search',
  searchHint: 'By name, file, template or who started it',
  group: 'State',
  anyGroup: 'Any state',
  groups,
  caption: 'Imports',
  name: 'Import',
  state: 'State',
  contacts: 'Contacts',
  testCall: 'Test call',
  template: 'Template',
  by: 'By',
  when: 'When',
  none: 'No imports yet.',
  newImport: 'Call a new list',
  noneFound: 'No matching imports',
  showAll: 'Show all imports',
  here: (count: number) => `${countOf(count, 'file is', 'files are')} only in this browser, not started yet:`,
  seeHere: 'see them',
};
