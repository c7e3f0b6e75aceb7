import type { Page } from 'playwright-core';
import type { Words } from '../../extension/words/words.ts';
import type { Gate } from '../e2e/support/open-gate.ts';
import type { OpenExtension } from '../e2e/support/open-extension.ts';
import type { Props } from './make-props.ts';

/** Who plays the scenes: one browser in one language. */
export interface Actor {
  readonly page: Page;
  readonly browser: OpenExtension;
  /** What the screens say, to find things by. */
  readonly words: Words;
  readonly props: Props;
  /** Stands before the Worker. */
  readonly gate: Gate;
  readonly token: string;
}

/** One state of one screen. */
export interface Scene {
  /** Its pictures are `<name>-<language>-<theme>-<width>.jpg`. */
  readonly name: string;
  /** Under its pictures in the table of contents. */
  readonly about: string;
  /** Leads the page there; answers another page where that is the picture. */
  readonly play: (actor: Actor) => Promise<Page | void>;
  /** Of the pictures, in place of the usual: what a popup or a side panel can have. */
  readonly widths?: readonly number[];
  /** Puts back what other scenes would show too. */
  readonly after?: (actor: Actor) => Promise<void>;
}

export interface Act {
  readonly title: string;
  readonly scenes: readonly Scene[];
}
