const LANGUAGES = ['en', 'hi'] as const;
export type Language = (typeof LANGUAGES)[number];

/** `browser` goes with the browser's own language. */
export const LANGUAGE_CHOICES = ['browser', ...LANGUAGES] as const;
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number];

/** Each in itself: whoever cannot read the one in use still finds their own. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', hi: 'हिन्दी' };

/** `browserLanguage` is a tag such as "hi-IN"; English where the browser's own is not spoken here. */
export function languageOf(choice: LanguageChoice, browserLanguage: string): Language {
  if (choice !== 'browser') return choice;
  const [primary] = browserLanguage.toLowerCase().split('-');
  return LANGUAGES.find((language) => language === primary) ?? 'en';
}
