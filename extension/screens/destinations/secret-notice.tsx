import { Notice } from '../../components/status/notice.tsx';
import { RawText } from '../../components/raw-text.tsx';
import { words } from '../../words/words.ts';

/** Shows a secret, this one time. */
export function SecretNotice({ said, secret }: { said: string; secret: string }) {
  return (
    <>
      <Notice tone="good" alert>
        {said}
      </Notice>
      <RawText label={words.destinations.secret} text={secret} />
    </>
  );
}
