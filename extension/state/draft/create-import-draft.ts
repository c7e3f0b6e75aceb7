import { computed, effect, signal, untracked } from '@preact/signals';
import type { ColumnChoice, CheckSettings } from '../../../shared/contacts/check-contacts.ts';
import { variableNames } from '../../../shared/template/split-text.ts';
import { choicesOf } from '../../storage/remembered-columns.ts';
import type { ColumnMemory, RememberedColumns } from '../../storage/remembered-columns.ts';
import { computedByValue } from './computed-by-value.ts';
import { createFileCheck } from './create-file-check.ts';
import type { StartCheck } from './create-file-check.ts';
import { createFileColumns } from './create-file-columns.ts';
import { createScreening, type ScreenNumbers } from './create-screening.ts';
import { createRowPreview } from './create-row-preview.ts';
import { mapColumns, toColumnChoice } from './map-columns.ts';

/** What the check of a file depends on, beside its bytes. */
export interface DraftInputs {
  readonly country: string;
  readonly chosen: ColumnChoice;
  /** The template's text with its variables; null for a flow. */
  readonly text: string | null;
  readonly callDuplicates: boolean;
  /** Whether the text is sent as messages. */
  readonly isMessage: boolean;
  /** The template for asking who is not called; null if there is none, or the person may not ask. */
  readonly screensFor: string | null;
  /** Leave out people whom the template called lately. */
  readonly onlyNew: boolean;
  /** Together with `onlyNew`: call people whose status has changed. */
  readonly unlessChanged: boolean;
  /** A person decided to call those called recently anyway. */
  readonly override: boolean;
  /** When the last press that did not launch was made; somebody else may have been called since. */
  readonly pressedAt: number | null;
  /** The edition of the corrections that is about to be sent; null while the file is shown as chosen. */
  readonly sending: number | null;
}

/** The file as it is sent with these columns; null if it cannot be had. */
export type SettleSent = (country: string, columns: ColumnChoice) => Promise<Blob | null>;

/** The choices that change how the file is read. */
function told({ header, number }: ColumnChoice): ColumnChoice {
  return { ...(header !== undefined && { header }), ...(number !== undefined && { number }) };
}

interface Remembered {
  readonly for: string;
  readonly columns: RememberedColumns | null;
}

export type ImportDraft = ReturnType<typeof createImportDraft>;

/**
 * One file before its launch, shared by all steps: its columns, what each is for, its check, and one person as an
 * example.
 */
export function createImportDraft(
  file: Blob,
  startCheck: StartCheck,
  memory: Pick<ColumnMemory, 'read' | 'remember'>,
  settleSent: SettleSent,
  screen: ScreenNumbers = async () => null,
) {
  const columns = createFileColumns(file, startCheck);
  const check = createFileCheck(startCheck);
  const preview = createRowPreview(startCheck);
  const screening = createScreening(screen);
  /** The file being checked: as chosen, or as it is sent; null while that is made. */
  const source = signal<Blob | null>(file);
  const inputs = signal<DraftInputs | null>(null);
  const remembered = signal<Remembered | null>(null);

  const read = computed(() => (columns.state.value.state === 'read' ? columns.state.value.columns : null));
  /** The file's set of headings, by which choices are remembered; null while there is none. */
  const headingSet = computed(() => {
    if (!read.value || !inputs.value) return null;
    const { headings, header } = read.value;
    return header ? { headings, variables: variableNames(inputs.value.text ?? '', headings) } : null;
  });
  const setKey = computed(() => JSON.stringify(headingSet.value));
  const map = computedByValue(() => {
    if (!read.value || !inputs.value || remembered.value?.for !== setKey.value) return null;
    const { chosen, text } = inputs.value;
    return mapColumns({ columns: read.value, chosen, remembered: remembered.value.columns, text });
  });
  const choice = computedByValue(() => (map.value ? toColumnChoice(map.value) : null));
  const settings = computedByValue<CheckSettings | null>(() => {
    if (!inputs.value || !choice.value) return null;
    const { country, callDuplicates, text } = inputs.value;
    return { country, callDuplicates, text, columns: choice.value };
  });
  const screensFor = computed(() => inputs.value?.screensFor ?? null);
  const onlyNew = computed(() => inputs.value?.onlyNew ?? false);
  const unlessChanged = computed(() => inputs.value?.unlessChanged ?? false);
  /** How the file is read, without who is left out by the list and the caps. */
  const bareKey = computed(() => JSON.stringify([settings.value, screensFor.value, inputs.value?.pressedAt]));
  const overrides = computed(() => inputs.value?.override ?? false);
  const screened = computed<CheckSettings | null>(() => {
    const { value } = screening.state;
    if (settings.value === null || value.state !== 'screened') return settings.value;
    const { hits: all } = value;
    const fresh = () => (unlessChanged.value ? all.newOrChanged() : all.onlyNew());
    const hits = overrides.value ? all.listed() : onlyNew.value ? fresh() : all.byRules();
    return hits.people === 0 ? settings.value : { ...settings.value, hits };
  });

  /** The same for reading the file again: without those whom only a later row says not to call. */
  const again = computedByValue<CheckSettings | null>(() => {
    const { value } = check.state;
    const asked = value.state === 'checked' ? value.checked.summary.calledBefore : [];
    return screened.value === null || asked.length === 0 ? screened.value : { ...screened.value, asked };
  });

  /**
   * Where a column leaves somebody out, it is named, so that an earlier Worker, which would call them, refuses the file.
   */
  const toldChoice = computedByValue(() => {
    const { value } = check.state;
    const isSaid = choice.value?.doNotCall !== undefined || value.state !== 'checked';
    if (choice.value === null || isSaid || value.checked.summary.leftOutByColumn.length === 0) return choice.value;
    const { columns: found = [] } = value.checked.summary.shape.doNotCall ?? {};
    return { ...choice.value, doNotCall: found.map((column) => column + 1) };
  });

  const sniffKey = computed(() =>
    inputs.value ? JSON.stringify([inputs.value.country, told(inputs.value.chosen)]) : '',
  );
  const isMessage = computed(() => inputs.value?.isMessage ?? false);
  const settingsKey = computed(() => JSON.stringify(screened.value));
  const sendingKey = computed(() => {
    const { country, sending } = inputs.value ?? {};
    const { number, header } = choice.value ?? {};
    return sending && number !== undefined ? JSON.stringify([sending, country, number, header]) : '';
  });

  /** What the Worker was last asked about. */
  let askedAbout: { readonly key: string; readonly of: Blob } | null = null;
  function isAnswered({ key, of }: { readonly key: string; readonly of: Blob }): boolean {
    if (askedAbout?.key !== key || askedAbout.of !== of) return false;
    return screening.state.peek().state === 'screened';
  }

  async function settle(key: string): Promise<void> {
    source.value = null;
    if (inputs.value === null || choice.value === null) return;
    const sent = await settleSent(inputs.value.country, choice.value).catch(() => null);
    if (sendingKey.value !== key) return;
    if (sent === null) check.fail();
    else source.value = sent;
  }

  async function recall(key: string): Promise<void> {
    const set = headingSet.value;
    const found = set === null ? null : await memory.read(set.headings, set.variables);
    if (setKey.value === key) remembered.value = { for: key, columns: found };
  }

  const ends = [
    effect(() => {
      if (sniffKey.value === '') return;
      const current = inputs.peek();
      if (!current) return;
      const { country, chosen } = current;
      columns.read({ country, columns: told(chosen) });
    }),
    effect(() => {
      const key = setKey.value;
      if (read.value) void recall(key);
    }),
    effect(() => {
      const key = sendingKey.value;
      if (key === '') source.value = file;
      else void untracked(() => settle(key));
    }),
    effect(() => {
      // Nobody was asked yet about the new file, template or reading.
      if (bareKey.value !== '' && source.value !== null) untracked(() => screening.forget());
    }),
    effect(() => {
      const template = screensFor.value;
      if (settingsKey.value === 'null' || source.value === null) return check.wait();
      const current = screened.peek();
      const about = { key: bareKey.peek(), of: source.value };
      const isAsked = template === null || isAnswered(about);
      const heard = isAsked
        ? null
        : (numbers: Uint8Array<ArrayBuffer>) => {
            askedAbout = about;
            void screening.ask(template, numbers);
          };
      return current ? check.run(source.value, current, isMessage.value, heard) : undefined;
    }),
  ];

  return {
    columns: columns.state,
    map,
    /** The choices that all of this follows from; null before the first. */
    chosen: computed(() => inputs.value?.chosen ?? null),
    /** What the Worker is told about the columns; null until they are decided. */
    choice: toldChoice,
    settings: again,
    /** Who is left out by the list and the caps, according to the Worker. */
    screening: screening.state,
    check,
    /** Other choices remembered for files with the same headings; null for none, or while not known. */
    lastChoices: computed(() => (map.value === null ? null : (remembered.value?.columns?.choices ?? null))),
    /** The file that the check is of; null while it is made. */
    source,
    preview,
    update: (next: DraftInputs) => (inputs.value = next),
    /** Remembers the current choices for the next file with the same headings. */
    async remember(): Promise<void> {
      const set = headingSet.value;
      const number = choice.value?.number;
      if (!set || typeof number !== 'number') return;
      const positions = (map.value?.variables ?? []).flatMap(({ name, column }) =>
        column === null ? [] : [[name, column + 1] as const],
      );
      const choices = choicesOf(inputs.value?.chosen ?? {});
      await memory.remember(set.headings, set.variables, {
        number,
        variables: Object.fromEntries(positions),
        ...(Object.keys(choices).length > 0 && { choices }),
      });
    },
    stop(): void {
      for (const end of ends) end();
      columns.stop();
      check.stop();
      preview.stop();
    },
  };
}
