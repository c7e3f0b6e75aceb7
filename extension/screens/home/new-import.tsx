import type { Template } from '../../../shared/template/template-schema.ts';
import { useApp } from '../../components/app-context.ts';
import { Skeleton } from '../../components/status/skeleton.tsx';
import { FilePicker } from '../file/file-picker.tsx';
import { TemplatePicker } from '../file/template-picker.tsx';
import { pickedTemplate } from './picked-template.ts';

/** The choice of a template, and the box for a file; null until the Worker has answered. */
export function NewImport({ templates }: { templates: readonly Template[] | null }) {
  const { lastTemplateId, rememberTemplate } = useApp();
  if (templates === null) return <Skeleton lines={2} />;
  const picked = pickedTemplate(templates, lastTemplateId.value);
  return (
    <>
      <TemplatePicker templates={templates} picked={picked} onPick={({ id }) => void rememberTemplate(id)} />
      <FilePicker template={picked} replaces={null} />
    </>
  );
}
