/**
 * The extension's origin in Chromium, fixed by the public key in the manifest, so that the Worker can allow exactly
 * this one.
 */
export const EXTENSION_ORIGIN = 'chrome-extension://ncihojbbjnhbmdnilmidcpahghkpfoel';
