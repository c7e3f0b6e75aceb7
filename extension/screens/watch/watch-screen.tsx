import { useApp } from '../../components/app-context.ts';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { UploadView } from './upload/upload-view.tsx';
import { WatchImport } from './watch-import.tsx';
import './watch-screen.css';

/** One import from the press of Start on: on its way to the Worker first, then at it. */
export function WatchScreen({ id }: { id: string }) {
  const { kept } = useApp();
  if (kept.value === null) return <Skeleton lines={4} />;
  const here = kept.value.find((one) => one.id === id);
  return here ? <UploadView kept={here} /> : <WatchImport id={id} />;
}
