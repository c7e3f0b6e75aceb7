import { Field } from '../../components/form/field.tsx';
import { LANGUAGE_CHOICES, LANGUAGE_NAMES } from '../../words/language.ts';
import type { LanguageChoice } from '../../words/language.ts';
import { words } from '../../words/words.ts';

interface Props {
  choice: LanguageChoice;
  onChoose: (choice: LanguageChoice) => void;
}

/** The language of every surface in this browser. */
export function LanguageSelect({ choice, onChoose }: Props) {
  return (
    <Field label={words.options.language}>
      {(attributes) => (
        <select
          {...attributes}
          class="input options-language"
          value={choice}
          onChange={(event) => {
            const chosen = LANGUAGE_CHOICES.find((each) => each === event.currentTarget.value);
            if (chosen) onChoose(chosen);
          }}
        >
          {LANGUAGE_CHOICES.map((each) =>
            each === 'browser' ? (
              <option key={each} value={each}>
                {words.options.asBrowser}
              </option>
            ) : (
              <option key={each} value={each} lang={each}>
                {LANGUAGE_NAMES[each]}
              </option>
            ),
          )}
        </select>
      )}
    </Field>
  );
}
