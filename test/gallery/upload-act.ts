import { confirmFile } from './acting.ts';
import { TEMPLATES } from './cast.ts';
import type { Act } from './scene.ts';

/** Played last: what it starts is never let through to the Worker. */
export const UPLOAD_ACT: Act = {
  title: 'On its way to the Worker',
  scenes: [
    {
      name: 'uploading',
      about: 'The file is being sent; the window may be closed',
      async play(actor) {
        const { page, words, gate } = actor;
        gate.hold(({ method }) => method === 'PATCH');
        await confirmFile(actor, TEMPLATES.menu, actor.props.clean);
        await page.getByLabel(words.check.consent.voice).check();
        await page.getByRole('button', { name: words.check.start(2_150, 1), exact: true }).click();
        await page.getByRole('progressbar', { name: words.upload.tasks.sending }).waitFor();
      },
    },
  ],
};
