// oxlint-disable-next-line import/default -- Vite makes the module that "?worker" names.
import CheckThread from './check-thread.ts?worker';
import { createStartCheck } from './create-start-check.ts';

export const startCheck = createStartCheck(() => new CheckThread());
