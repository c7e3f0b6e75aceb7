import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { purposeOf } from '../../../shared/people/purpose.ts';
import { useApp } from '../../components/app-context.ts';
import { known } from '../../state/loadable.ts';
import { createConsentStore } from '../../storage/consents.ts';

const consents = createConsentStore(chrome.storage.local);

export interface Consent {
  /** False for a moment, until the last answer is loaded. */
  readonly known: boolean;
  /** Whether the person says that they are allowed to reach these people. No screen starts anything without this. */
  readonly given: boolean;
  /** It was ticked before for this template, not just now. */
  readonly asLastTime: boolean;
  readonly tick: (given: boolean) => void;
  /** Called with the press: for this template the question is not asked again. */
  readonly remember: () => Promise<void>;
}

/**
 * The person's answer about the people they are about to reach, beginning with their last answer for the same template
 * and purpose.
 */
export function useConsent(templateId: string): Consent {
  const { connection, templates } = useApp();
  const template = known(templates.loadable.value)?.items.find(({ id }) => id === templateId);
  const worker = connection.settings.value?.address ?? '';
  const scope = template === undefined ? null : { worker, template: templateId, purpose: purposeOf(template) };
  const key = JSON.stringify(scope);
  const ticked = useSignal<{ readonly of: string; readonly given: boolean } | null>(null);
  const last = useSignal<{ readonly of: string; readonly given: boolean } | null>(null);

  useEffect(() => {
    if (scope === null) return undefined;
    let isThis = true;
    void consents.has(scope).then((has) => {
      if (isThis) last.value = { of: key, given: has };
    });
    return () => (isThis = false);
  }, [key]);

  const now = ticked.value?.of === templateId ? ticked.value.given : null;
  const isRead = scope === null ? templates.loadable.value.state !== 'loading' : last.value?.of === key;
  const asLastTime = now === null && scope !== null && isRead && last.value?.given === true;
  return {
    known: now !== null || isRead,
    given: now ?? asLastTime,
    asLastTime,
    tick(given) {
      ticked.value = { of: templateId, given };
      if (!given && scope !== null) void consents.forget(scope);
    },
    remember: async () => (scope === null ? undefined : consents.remember(scope)),
  };
}
