import { useApp } from '../../components/app-context.ts';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { DiscardedDraft } from '../elsewhere/discarded-draft.tsx';
import { UploadView } from './upload/upload-view.tsx';
import { WatchImport } from './watch-import.tsx';
import './watch-screen.css';

/** One import from the press of Start on: first while it is uploaded, then at the Worker. */
export function WatchScreen({ id }: { id: string }) {
  const { discarded, kept } = useApp();
  if (kept.value === null) return <Skeleton lines={4} />;
  const here = kept.value.find((one) => one.id === id);
  if (here) return <UploadView kept={here} />;
  const thrown = discarded.value.find((one) => one.id === id);
  return thrown ? <DiscardedDraft thrown={thrown} /> : <WatchImport id={id} />;
}
