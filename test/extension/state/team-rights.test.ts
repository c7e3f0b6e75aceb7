import { describe, expect, it } from 'vitest';
import {
  approvalPart,
  heldBack,
  may,
  mayChangeTemplate,
  startKind,
  waitingFor,
} from '../../../extension/state/team-rights.ts';
import type { Me } from '../../../extension/state/team-rights.ts';
import { ROLES } from '../../../shared/team/roles.ts';
import type { Role } from '../../../shared/team/roles.ts';
import { importSummary } from '../support/wire.ts';

const me = (role: Role, user = 'Ravi'): Me => ({ role, user });
const asked = (by: string) => ({ state: 'asked' as const, by, at: '2026-11-22T03:00:00Z', note: null });

describe('what the press of Start comes to', () => {
  it.each<[Role, number | null, ReturnType<typeof startKind>]>([
    ['viewer', null, 'none'],
    ['viewer', 2, 'none'],
    ['preparer', null, 'ask'],
    ['preparer', 10, 'ask'],
    ['launcher', null, 'start'],
    ['launcher', 3, 'start'],
    ['launcher', 2, 'ask'],
    ['admin', null, 'start'],
    ['admin', 3, 'start'],
    ['admin', 0, 'ask'],
  ])('for a %s, with 3 contacts and a limit of %s: %s', (role, above, kind) => {
    expect(startKind(me(role), above, 3)).toBe(kind);
  });

  it('is a start as long as the Worker has not said who it is: it judges each call itself', () => {
    expect([startKind(null, 2, 3), may(null, 'admins'), heldBack(null)]).toEqual(['start', true, null]);
  });
});

describe('an import that somebody asks to have started', () => {
  it('is judged by launchers and admins, never by whoever asked, however the name is written', () => {
    const approval = asked('Meena');
    expect(ROLES.map((role) => approvalPart(me(role), { approval }))).toEqual(['watch', 'watch', 'judge', 'judge']);
    expect(approvalPart(me('admin', ' MEENA '), { approval })).toBe('own');
    expect(approvalPart(null, { approval })).toBe('watch');
  });

  it('waits for somebody until it is sent back, started, or checked anew', () => {
    const waits = importSummary({ id: 'waits001', state: 'checked', approval: asked('Meena') });
    const others = [
      importSummary({ id: 'own00001', state: 'checked', approval: asked('Ravi') }),
      importSummary({ id: 'back0001', state: 'checked', approval: { ...asked('Meena'), state: 'sent_back' } }),
      importSummary({ id: 'runs0001', state: 'running', approval: asked('Meena') }),
      importSummary({ id: 'plain001', state: 'checked' }),
    ];
    expect(waitingFor(me('launcher'), [waits, ...others]).map(({ id }) => id)).toEqual(['waits001']);
    expect(waitingFor(me('preparer'), [waits, ...others])).toEqual([]);
  });
});

it('lets a preparer change own templates alone, a viewer none', () => {
  const changes = ROLES.map((role) => [mayChangeTemplate(me(role), 'Ravi'), mayChangeTemplate(me(role), 'asha')]);
  expect(changes).toEqual([
    [false, false],
    [true, false],
    [true, true],
    [true, true],
  ]);
});
