import type { z } from 'zod';

/** One call of the API, as its documentation is made from it. */
export interface Call {
  /** The operation's id, where what follows from method and path says too little. */
  readonly id?: string;
  readonly method: 'get' | 'head' | 'post' | 'put' | 'patch' | 'delete';
  readonly path: string;
  readonly summary: string;
  readonly open?: boolean;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Content;
  /** It takes a file, text/csv, as well. */
  readonly takesFile?: boolean;
  readonly answer?: Content & { readonly status: number };
  readonly refusals: readonly number[];
}

interface Content {
  readonly type: string;
  readonly schema?: z.ZodType;
  /** By what each shows. */
  readonly examples?: Readonly<Record<string, unknown>>;
}
