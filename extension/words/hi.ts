import { words as english } from './en.ts';
import { adjust } from './hi/adjust.ts';
import { callerId, campaignEditor } from './hi/campaign-editor.ts';
import { calls, campaigns } from './hi/campaigns.ts';
import { check } from './hi/check.ts';
import { columns } from './hi/columns.ts';
import { confirm } from './hi/confirm.ts';
import { faultSentence } from './hi/faults.ts';
import { file } from './hi/file.ts';
import { help } from './hi/help.ts';
import { issues } from './hi/issues.ts';
import { news } from './hi/news.ts';
import { lists } from './hi/lists.ts';
import { options } from './hi/options.ts';
import { places } from './hi/places.ts';
import { home, shell, welcome } from './hi/shell.ts';
import { sentences } from './hi/sentences.ts';
import { over } from './hi/section.ts';
import { steps } from './hi/steps.ts';
import { spreadsheets } from './hi/spreadsheets.ts';
import { editor, templates } from './hi/templates.ts';
import { times } from './hi/times.ts';
import { upload, watch } from './hi/watch.ts';
import type { Words } from './words.ts';

/** Every word people read, in Hindi. */
export const words: Words = over(english, {
  shell,
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
  campaigns,
  campaignEditor,
  callerId,
  calls,
  lists,
  upload,
  templates,
  editor,
  options,
  places,
  news,
  times,
  sentences,
  help,
  faultSentence,
});
