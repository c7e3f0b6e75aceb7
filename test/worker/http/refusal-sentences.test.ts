import { expect, it } from 'vitest';
import { ERROR_CODES } from '../../../shared/protocol/error-envelope.ts';
import { messageOf } from '../../../worker/errors.ts';
import { saysWhatToDo } from '../../fixtures/says-what-to-do.ts';

it('tells what to do, verb first, in every refusal', () => {
  expect(ERROR_CODES.filter((code) => !saysWhatToDo(messageOf({ code })))).toEqual([]);
});
