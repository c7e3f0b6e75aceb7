import { known } from '../state/loadable.ts';
import type { Me } from '../state/team-rights.ts';
import { useApp } from './app-context.ts';

/** Who the Worker in use says the person is. */
export function useMe(): Me {
  return known(useApp().connection.account.loadable.value);
}
