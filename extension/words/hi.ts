import { brake } from './hi/people/brake.ts';
import { adjust } from './hi/steps/adjust.ts';
import { callerId, campaignEditor } from './hi/campaign-editor.ts';
import { calls, campaigns } from './hi/campaigns.ts';
import { callbacks, sinks } from './hi/callbacks/callbacks.ts';
import { check } from './hi/steps/check.ts';
import { destinations } from './hi/callbacks/destinations.ts';
import { columns } from './hi/steps/columns.ts';
import { confirm } from './hi/steps/confirm.ts';
import { faultSentence } from './hi/faults.ts';
import { failed } from './hi/failed.ts';
import { file } from './hi/steps/file.ts';
import { guide } from './hi/guide.ts';
import { help } from './hi/help.ts';
import { history } from './hi/history.ts';
import { issues } from './hi/steps/issues.ts';
import { news } from './hi/news.ts';
import { lists } from './hi/lists.ts';
import { options } from './hi/options.ts';
import { pace } from './hi/pace.ts';
import { people } from './hi/people/people.ts';
import { rules } from './hi/people/rules.ts';
import { places } from './hi/places.ts';
import { search } from './hi/search.ts';
import { shortcuts } from './hi/shortcuts.ts';
import { home, shell } from './hi/shell.ts';
import { sentences } from './hi/sentences.ts';
import { steps } from './hi/steps/steps.ts';
import { spreadsheets } from './hi/steps/spreadsheets.ts';
import { editor, templates } from './hi/templates.ts';
import { team } from './hi/team.ts';
import { times } from './hi/times.ts';
import { trail } from './hi/trail.ts';
import { upload, watch } from './hi/watch.ts';
import { welcome } from './hi/welcome.ts';
import type { Words } from './words.ts';

/** Every word people read, in Hindi: it does not compile without one that English has. */
export const words: Words = {
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
