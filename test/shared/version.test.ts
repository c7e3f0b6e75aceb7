import { describe, expect, it } from 'vitest';
import { VERSION, versionFault } from '../../shared/version.ts';

const own = { version: '0.4.2', minimumWorker: '0.4.0' };

describe('an extension and a Worker of different versions', () => {
  it.each([
    ['0.4.2', '0.4.0', null],
    ['0.4.0', '0.4.2', null],
    ['1.0.0', '0.4.2', null],
    ['0.10.0', '0.4.1', null],
    ['0.4.0-rc.1', '', null],
    ['0.3.9', '0.4.0', { code: 'worker_too_old', version: '0.3.9', needed: '0.4.0' }],
    ['', '', { code: 'worker_too_old', version: '', needed: '0.4.0' }],
    ['no version', '0.4.0', { code: 'worker_too_old', version: 'no version', needed: '0.4.0' }],
    ['0.5.0', '0.5.0', { code: 'extension_too_old', version: '0.4.2', needed: '0.5.0' }],
    ['0.10.0', '0.4.10', { code: 'extension_too_old', version: '0.4.2', needed: '0.4.10' }],
    ['0.3.0', '9.0.0', { code: 'worker_too_old', version: '0.3.0', needed: '0.4.0' }],
  ] as const)('with a Worker %s that needs extension %s', (version, minimumExtension, fault) => {
    expect(versionFault({ version, minimumExtension }, own)).toEqual(fault);
  });

  it('of one release understand each other', () => {
    expect(versionFault({ version: VERSION, minimumExtension: VERSION })).toBeNull();
  });
});
