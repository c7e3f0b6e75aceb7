import type { ColumnChoice } from '../../../shared/contacts/check-contacts.ts';
import type { App } from '../../state/create-app.ts';

/** A part of what is said of the columns; by a function where it is laid over what is said by then. */
export type ChooseColumns = (change: ColumnChoice | ((now: ColumnChoice) => ColumnChoice)) => void;

/** Over what is kept when it is written: a second choice made before the first is on the screen takes nothing of it back. */
export function chooseColumns({ actions }: Pick<App, 'actions'>, id: string): ChooseColumns {
  return (change) =>
    void actions.change(id, ({ columns }) => ({
      columns: { ...columns, ...(typeof change === 'function' ? change(columns) : change) },
    }));
}
