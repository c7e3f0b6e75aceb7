/** Scripts that Indian texts are written in, and the language a voice needs to read each. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Bengali}/u, 'bn'],
  [/\p{Script=Gujarati}/u, 'gu'],
  [/\p{Script=Gurmukhi}/u, 'pa'],
  [/\p{Script=Kannada}/u, 'kn'],
  [/\p{Script=Malayalam}/u, 'ml'],
  [/\p{Script=Oriya}/u, 'or'],
  [/\p{Script=Tamil}/u, 'ta'],
  [/\p{Script=Telugu}/u, 'te'],
];

/** A voice of this browser that can read the text, preferably from India; null if there is none. */
export function pickVoice<Voice extends { readonly lang: string }>(
  text: string,
  voices: readonly Voice[],
): Voice | null {
  const language = SCRIPTS.find(([script]) => script.test(text))?.[1] ?? 'en';
  const tags = voices.map((voice) => ({ voice, tag: voice.lang.toLowerCase().replace('_', '-') }));
  const fitting = tags.filter(({ tag }) => tag === language || tag.startsWith(`${language}-`));
  return (fitting.find(({ tag }) => tag.endsWith('-in')) ?? fitting[0])?.voice ?? null;
}

const WORDS_A_SECOND = 2.5;

/** About how many seconds it takes to say a text. */
export function spokenSeconds(text: string): number {
  return Math.ceil(text.split(/\s+/).filter(Boolean).length / WORDS_A_SECOND);
}
