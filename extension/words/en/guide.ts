import type { FirstStep } from '../../state/first-steps.ts';

const steps: Record<FirstStep, { readonly title: string; readonly note: string }> = {
  connect: { title: 'Connect to your Worker', note: 'Enter its address and your token in Settings.' },
  template: { title: 'Create a template', note: 'Set the caller number and the message.' },
  file: { title: 'Choose a contact file', note: 'See who will be called; nothing leaves this browser yet.' },
  start: { title: 'Press Start', note: 'Review the numbers and times, then start.' },
};

/** The first steps, on the screen where they begin. */
export const guide = {
  title: 'Your first calls',
  lead: (done: number, total: number) => `${done} of ${total} done. It takes about two minutes.`,
  steps,
  done: 'done',
  hide: 'Hide these steps',
};
