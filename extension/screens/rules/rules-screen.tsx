import { useMemo } from 'preact/hooks';
import type { Settings } from '../../../shared/protocol/settings.ts';
import { err } from '../../../shared/result.ts';
import { createSettingsCalls } from './settings-calls.ts';
import { useApp } from '../../components/app-context.ts';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Notice } from '../../components/status/notice.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { useMe } from '../../components/use-me.ts';
import { known } from '../../state/loadable.ts';
import { may } from '../../state/team-rights.ts';
import { words } from '../../words/words.ts';
import { AsOf } from '../campaigns/as-of.tsx';
import { TeamTabs } from '../team/team-tabs.tsx';
import { BrakeCard } from './brake-card.tsx';
import { CapsCard } from './caps-card.tsx';
import { DaysCard } from './days-card.tsx';
import { PricesCard } from './prices-card.tsx';
import { SpendCard } from './spend-card.tsx';
import { RulesRead } from './rules-read.tsx';
import type { SaveRules } from './rule-card.tsx';
import '../../components/form/form.css';

/** Rules for every import of the team: everybody reads them, admins change them. */
export function RulesScreen() {
  const app = useApp();
  const me = useMe();
  const call = app.connection.call.value;
  const calls = useMemo(() => (call === null ? null : createSettingsCalls(call)), [call]);
  const answer = useAnswer('settings', async () => (calls === null ? err({ code: 'unreachable' }) : calls.settings()));
  const settings = known<Settings>(answer.loadable);
  const isAdmin = may(me, 'admins');

  const save: SaveRules = async (change) => {
    const told = calls === null ? err({ code: 'unreachable' as const }) : await calls.change(change);
    if (!told.ok) return told;
    answer.show(told.value);
    await Promise.all([app.rules.refresh(), app.connection.account.refresh()]);
    return told;
  };
  return (
    <div class="stack">
      <ScreenTitle>{words.rules.title}</ScreenTitle>
      {isAdmin ? <TeamTabs current="rules" /> : null}
      <p class="soft">{words.rules.lead}</p>
      {isAdmin ? null : <Notice tone="neutral">{words.rules.adminsOnly}</Notice>}
      <AsOf answer={answer} />
      {settings === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton />
        ) : null
      ) : isAdmin ? (
        <>
          <CapsCard caps={settings.caps} save={save} />
          <DaysCard settings={settings} save={save} />
          <PricesCard prices={settings.prices} save={save} />
          <SpendCard settings={settings} save={save} />
          <BrakeCard brake={settings.brake} save={save} />
        </>
      ) : (
        <RulesRead settings={settings} />
      )}
    </div>
  );
}
