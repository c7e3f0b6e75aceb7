import { brake } from './en/people/brake.ts';
import { adjust } from './en/steps/adjust.ts';
import { callerId, calls, campaignEditor, campaigns } from './en/campaigns.ts';
import { callbacks, sinks } from './en/callbacks/callbacks.ts';
import { check } from './en/steps/check.ts';
import { destinations } from './en/callbacks/destinations.ts';
import { columns } from './en/steps/columns.ts';
import { confirm } from './en/steps/confirm.ts';
import { faultSentence } from './en/faults.ts';
import { failed } from './en/failed.ts';
import { file } from './en/steps/file.ts';
import { guide } from './en/guide.ts';
import { help } from './en/help.ts';
import { history } from './en/history.ts';
import { issues } from './en/steps/issues.ts';
import { news } from './en/news.ts';
import { lists } from './en/lists.ts';
import { options } from './en/options.ts';
import { pace } from './en/pace.ts';
import { people } from './en/people/people.ts';
import { rules } from './en/people/rules.ts';
import { places } from './en/places.ts';
import { search } from './en/search.ts';
import { shortcuts } from './en/shortcuts.ts';
import { home, shell } from './en/shell.ts';
import { sentences } from './en/sentences.ts';
import { steps } from './en/steps/steps.ts';
import { spreadsheets } from './en/steps/spreadsheets.ts';
import { editor, templates } from './en/templates.ts';
import { team } from './en/team.ts';
import { times } from './en/times.ts';
import { trail } from './en/trail.ts';
import { upload, watch } from './en/watch.ts';
import { welcome } from './en/welcome.ts';

/** Every word people read, in English. Another language has the same shape. */
export const words = {
  shell,
  brake,
  failed,
  welcome,
  home,
  steps,
  file,
  columns,
  check,
  issues,
  spreadsheets,
  confirm,
  adjust,
  watch,
  pace,
  search,
  history,
  shortcuts,
  help,
  guide,
  campaigns,
  campaignEditor,
  callerId,
  calls,
  lists,
  people,
  rules,
  team,
  trail,
  callbacks,
  sinks,
  destinations,
  upload,
  templates,
  editor,
  options,
  places,
  news,
  times,
  sentences,
  faultSentence,
};
