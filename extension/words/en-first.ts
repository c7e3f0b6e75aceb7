import type { words as all } from './en.ts';
import { faultSentence } from './en/faults.ts';
import { file } from './en/steps/file.ts';
import { options } from './en/options.ts';
import { places } from './en/places.ts';
import { home, shell } from './en/shell.ts';
import { steps } from './en/steps/steps.ts';
import { times } from './en/times.ts';

/** The words of the first paint. The others come with the first screen that is a file of its own. */
export const firstWords: typeof all = {
  shell,
  home,
  steps,
  file,
  options,
  places,
  times,
  faultSentence,
  get news() {
    return notLoaded();
  },
  get brake() {
    return notLoaded();
  },
  get failed() {
    return notLoaded();
  },
  get sentences() {
    return notLoaded();
  },
  get welcome() {
    return notLoaded();
  },
  get columns() {
    return notLoaded();
  },
  get check() {
    return notLoaded();
  },
  get issues() {
    return notLoaded();
  },
  get spreadsheets() {
    return notLoaded();
  },
  get confirm() {
    return notLoaded();
  },
  get adjust() {
    return notLoaded();
  },
  get pace() {
    return notLoaded();
  },
  get search() {
    return notLoaded();
  },
  get history() {
    return notLoaded();
  },
  get shortcuts() {
    return notLoaded();
  },
  get help() {
    return notLoaded();
  },
  get guide() {
    return notLoaded();
  },
  get watch() {
    return notLoaded();
  },
  get campaigns() {
    return notLoaded();
  },
  get campaignEditor() {
    return notLoaded();
  },
  get callerId() {
    return notLoaded();
  },
  get calls() {
    return notLoaded();
  },
  get people() {
    return notLoaded();
  },
  get rules() {
    return notLoaded();
  },
  get team() {
    return notLoaded();
  },
  get trail() {
    return notLoaded();
  },
  get lists() {
    return notLoaded();
  },
  get callbacks() {
    return notLoaded();
  },
  get sinks() {
    return notLoaded();
  },
  get destinations() {
    return notLoaded();
  },
  get upload() {
    return notLoaded();
  },
  get templates() {
    return notLoaded();
  },
  get editor() {
    return notLoaded();
  },
};

function notLoaded(): never {
  throw new Error('These words are loaded with the screen that says them');
}
