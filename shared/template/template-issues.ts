import type { z } from 'zod';
import { MAX_ISSUE_VALUE_CHARS, MAX_TEMPLATE_ISSUES } from '../limits.ts';
import { TEMPLATE_SENTENCES } from './template-sentences.ts';
import type { TemplateFacts, TemplateIssueCode } from './template-sentences.ts';

/** One fault of a template. `path` is the setting's name as in a form: `flow.text`, or `` for the whole template. */
export type TemplateIssue = { readonly path: string; readonly code: TemplateIssueCode; readonly message: string };

export function templateIssue(path: string, code: TemplateIssueCode, facts: TemplateFacts = {}): TemplateIssue {
  return { path, code, message: TEMPLATE_SENTENCES[code](facts) };
}

/**
 * What a client is told about a refused template: at most `MAX_TEMPLATE_ISSUES`, in the order of the settings. Template
 * schemas put our code into zod's message, so that built-in checks stay visible in JSON Schema.
 */
export function templateIssues(error: z.ZodError): TemplateIssue[] {
  return error.issues.flatMap(toTemplateIssues).slice(0, MAX_TEMPLATE_ISSUES);
}

function toTemplateIssues(issue: z.core.$ZodIssue): TemplateIssue[] {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_TEMPLATE_ISSUES).map((key) => {
      const shown = key.slice(0, MAX_ISSUE_VALUE_CHARS);
      return templateIssue(path === '' ? shown : `${path}.${shown}`, 'unknown_setting', { setting: shown });
    });
  }
  if (issue.code === 'invalid_key') {
    const named = issue.path.map((part) => String(part).slice(0, MAX_ISSUE_VALUE_CHARS)).join('.');
    return [templateIssue(named, codeOf(issue.issues[0]?.message ?? ''))];
  }
  const facts = issue.code === 'invalid_type' ? { expected: issue.expected } : {};
  return [templateIssue(path, codeOf(issue.message), facts)];
}

function codeOf(message: string): TemplateIssueCode {
  return isTemplateIssueCode(message) ? message : 'wrong_type';
}

function isTemplateIssueCode(text: string): text is TemplateIssueCode {
  return Object.hasOwn(TEMPLATE_SENTENCES, text);
}
