import type { Channel } from '../../../shared/template/template-schema.ts';
import { Skeleton } from '../../components/skeleton.tsx';

/** One campaign as Exotel has it. */
export function CampaignScreen({ sid }: { sid: string; channel: Channel; edit: boolean }) {
  return <Skeleton key={sid} lines={5} />;
}
