import { useApp } from '../../components/app-context.ts';
import { Button } from '../../components/button.tsx';
import { Pager } from '../../components/pager.tsx';
import { ScreenTitle } from '../../components/screen-title.tsx';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { useAnswer } from '../../components/use-answer.ts';
import { CAMPAIGNS_A_PAGE } from '../../api/exotel-calls.ts';
import { FIRST_LOOK } from '../../state/campaign-query.ts';
import type { CampaignQuery } from '../../state/campaign-query.ts';
import { known } from '../../state/loadable.ts';
import { words } from '../../words/words.ts';
import { AsOf } from './as-of.tsx';
import { CampaignFilter } from './campaign-filter.tsx';
import { CampaignTable } from './campaign-table.tsx';
import { CampaignTabs } from './campaign-tabs.tsx';
import './campaigns-screen.css';

/** All campaigns of the account at Exotel: those of imports, and those made elsewhere. */
export function CampaignsScreen({ look }: { look: CampaignQuery }) {
  const { stay } = useApp();
  const answer = useAnswer(JSON.stringify(look), (client) => client.campaigns(look));
  const page = known(answer.loadable);
  const change = (next: Partial<CampaignQuery>) => stay({ screen: 'campaigns', look: { ...look, offset: 0, ...next } });
  return (
    <div class="stack">
      <ScreenTitle>{words.campaigns.title}</ScreenTitle>
      <CampaignTabs current={look.channel} />
      <CampaignFilter look={look} onChange={change} />
      <AsOf answer={answer} />
      {page === null ? (
        answer.loadable.state === 'loading' ? (
          <Skeleton lines={5} />
        ) : null
      ) : page.items.length > 0 ? (
        <>
          <section class="card">
            <CampaignTable channel={look.channel} campaigns={page.items} busy={answer.busy} />
          </section>
          <Pager
            total={page.total}
            offset={page.offset}
            shown={page.items.length}
            limit={CAMPAIGNS_A_PAGE}
            onMove={(offset) => change({ offset })}
          />
        </>
      ) : (
        <NoCampaigns look={look} />
      )}
    </div>
  );
}

function NoCampaigns({ look }: { look: CampaignQuery }) {
  const { go, stay } = useApp();
  const { channel } = look;
  const asked = look.name !== '' || look.status !== '' || look.offset > 0;
  return (
    <div class="empty stack">
      <p>{asked ? words.campaigns.noneFound : words.campaigns.noneYet[channel]}</p>
      <p>
        {asked ? (
          <Button onClick={() => stay({ screen: 'campaigns', look: { ...FIRST_LOOK, channel } })}>
            {words.campaigns.showAll}
          </Button>
        ) : (
          <Button onClick={() => go({ screen: 'home' })}>{words.campaigns.newImport}</Button>
        )}
      </p>
    </div>
  );
}
