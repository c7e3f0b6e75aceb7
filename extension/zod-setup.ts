import { z } from 'zod';

// An extension page refuses generated code. zod must not even try it, or every page reports a CSP violation.
z.config({ jitless: true });
