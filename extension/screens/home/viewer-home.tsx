import { Notice } from '../../components/status/notice.tsx';
import { words } from '../../words/words.ts';

/** Why a viewer cannot start anything here. */
export function ViewerHome() {
  return (
    <section class="home-new stack">
      <Notice tone="neutral">{words.team.viewerHome}</Notice>
    </section>
  );
}
