// The program's version, from its package.
import about from '../../package.json' with { type: 'json' };

export const { version } = about;
