import { countOf, formatCount } from '../../format-number.ts';

export const brake = {
  label: 'Everything under way',
  /** Calls and messages alike. */
  stop: (contacts: number) => `Stop everything: ${formatCount(contacts)} to go`,
  note: (imports: number) =>
    `Pauses ${countOf(imports, 'import', 'imports')} of the whole team. Nothing is lost: each can be resumed.`,
  stopping: (done: number, total: number) =>
    `Stopping everything: ${formatCount(done)} of ${formatCount(total)} silent`,
  stopped: (total: number) =>
    total === 0 ? 'Everything is stopped' : `Everything is stopped: ${countOf(total, 'import', 'imports')} paused`,
  by: (user: string, when: string) => `By ${user}, ${when}.`,
  because: (reason: string) => `“${reason}”`,
  until: 'Nothing can be started until this is lifted. What is paused stays paused until you resume it.',
  lift: 'Allow starting again',
  failed: 'Stop everything failed. Calls may go on. Press it again.',
  liftFailed: 'It is still stopped.',
};
