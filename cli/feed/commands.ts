import { atom } from './atom.ts';
import { build } from './build.ts';
import { keygen } from './keygen.ts';
import { rotate } from './rotate.ts';
import { serve } from './serve.ts';
import { verify } from './verify.ts';

/** What `npm run feed` can do. */
export const feedCommands = { keygen, build, verify, serve, atom, rotate };
