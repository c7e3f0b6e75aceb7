/** Where test files that run side by side share one build of each kind; unset, everybody builds anew. */
export const BUILDS_VARIABLE = 'DIALSHEET_BUILDS';
