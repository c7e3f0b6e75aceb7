import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { purposeOf } from '../../../shared/people/purpose.ts';
import { useApp } from '../../components/app-context.ts';
import { known } from '../../state/loadable.ts';
import { createConsentStore } from '../../storage/consents.ts';

const consents = createConsentStore(chrome.storage.local);

export interface Consent {
  /** False for a moment, until it is known what was said last. */
  readonly known: boolean;
  /** Whether the person says that they are allowed to reach these people. Nothing starts from a screen without it. */
  readonly given: boolean;
  /** Said before with this template, and not now. */
  readonly asLastTime: boolean;
  readonly tick: (given: boolean) => void;
  /** With the press: asked for no more with this template. */
  readonly remember: () => Promise<void>;
}

/** What a person says of the people they are about to reach, as they said it last with the same template and purpose. */
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
