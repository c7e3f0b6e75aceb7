/** The package's version, said where package.json cannot be read; a test of the repository keeps them equal. */
export const VERSION = '0.3.0';
