import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { splitText } from '../../../shared/template/split-text.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { pickVoice } from './pick-voice.ts';
import { words } from '../../words/words.ts';

/**
 * Reads a text out in a voice of this browser. It is not Exotel's voice, but shows what is too long or sounds wrong.
 */
export function HearIt({ text }: { text: string }) {
  const speaking = useSignal(false);
  const mute = useSignal(false);
  const { speechSynthesis } = window;
  useEffect(() => {
    // Chrome loads its voices only after they were asked for once.
    speechSynthesis?.getVoices();
    return () => speechSynthesis?.cancel();
  }, []);

  function start(): void {
    const said = splitText(text)
      .map((part) => (part.kind === 'text' ? part.text : part.name))
      .join('');
    const voice = pickVoice(said, speechSynthesis?.getVoices() ?? []);
    mute.value = voice === null;
    if (voice === null) return;
    const utterance = new SpeechSynthesisUtterance(said);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    for (const end of ['end', 'error']) utterance.addEventListener(end, () => (speaking.value = false));
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
    speaking.value = true;
  }
  function stop(): void {
    speechSynthesis.cancel();
    speaking.value = false;
  }

  return (
    <>
      <Button look="quiet" disabled={text.trim() === ''} onClick={() => (speaking.value ? stop() : start())}>
        <Icon name={speaking.value ? 'stop' : 'play'} />
        {speaking.value ? words.editor.hush : words.editor.hear}
      </Button>
      <p class="field-hint hear-note" role="status">
        {mute.value ? words.editor.noVoice : ''}
      </p>
    </>
  );
}
