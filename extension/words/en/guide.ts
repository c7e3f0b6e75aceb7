import type { FirstStep } from '../../state/first-steps.ts';

const steps: Record<FirstStep, { readonly title: string; readonly note: string }> = {
  connect: { title: 'Connect to your Worker', note: 'Its address and your token, in Settings.' },
  template: { title: 'Make a template', note: 'Who calls, and what is said.' },
  file: { title: 'Choose a contact file', note: 'See who will be called; nothing leaves this browser yet.' },
  start: { title: 'Press Start', note: 'After the last look at how many, when and what.' },
};

/** The first steps, on the screen where they begin. */
export const guide = {
  title: 'Your first calls',
  lead: (done: number, total: number) => `${done} of ${total} done. It takes about two minutes.`,
  steps,
  done: 'done',
  hide: 'Do not show this again',
};
