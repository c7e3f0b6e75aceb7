import type { Template } from '../../../shared/template/template-schema.ts';
import { saveFile } from '../../components/save-file.ts';
import { words } from '../../words/words.ts';

/** Downloads a file with the template's columns, to fill in. */
export function ExampleLink({ template }: { template: Template }) {
  async function save(): Promise<void> {
    const { exampleFile } = await import('./example-file.ts');
    saveFile(new Blob([exampleFile(template)], { type: 'text/csv' }), words.file.exampleName(template.name));
  }
  return (
    <button type="button" class="link-button small" onClick={() => void save()}>
      {words.file.exampleFor(template.name)}
    </button>
  );
}
