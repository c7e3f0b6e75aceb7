import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { App } from '../state/create-app.ts';

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('A screen was drawn outside the app');
  return app;
}
