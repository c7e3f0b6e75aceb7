import { brakeSchema, stopEverythingSchema } from '../../../shared/protocol/brake.ts';
import { accountsOf, importOf, type AppContext } from '../../context.ts';
import { call, json, type Call } from '../call.ts';

/** The emergency stop for everything of everybody. */
export const STOP_EVERYTHING_CALLS: readonly Call[] = [
  call({
    method: 'get',
    path: '/api/stop-everything',
    summary: 'Whether everything is stopped, by whom, and how far that is; while it is not, what a press would stop',
    answer: json(brakeSchema),
    refusals: [401],
    async handle(c) {
      const brake = await accountsOf(c).stoppedEverything();
      return c.json(brake.state === 'released' ? { ...brake, calls: await callsLeft(c) } : brake);
    },
  }),
  call({
    method: 'post',
    path: '/api/stop-everything',
    summary: 'The panic button: pause every import of everybody, largest first, and start nothing until it is lifted',
    body: { schema: stopEverythingSchema, mayBeEmpty: true },
    answer: json(brakeSchema),
    refusals: [400, 401],
    async handle(c, { body: { reason } }) {
      c.set('trail', { note: reason });
      return c.json(await accountsOf(c).stopEverything(c.get('user'), reason));
    },
  }),
  call({
    method: 'delete',
    path: '/api/stop-everything',
    summary: 'Let imports be started again; those that were paused stay so until each is resumed',
    answer: json(brakeSchema),
    refusals: [401],
    handle: async (c) => c.json(await accountsOf(c).allowStarting()),
  }),
];

/**
 * How many calls a press would stop. Each import is asked, because the account hears from an import only when its state
 * changes.
 */
async function callsLeft(c: AppContext): Promise<number> {
  const ids = await accountsOf(c).importsUnderWay();
  const summaries = await Promise.all(ids.map((id) => importOf(c, id).summary()));
  return summaries.reduce((sum, summary) => {
    if (summary === null || summary.state === 'paused') return sum;
    const { queued, dialling, retrying } = summary.contacts;
    return sum + queued + dialling + retrying;
  }, 0);
}
