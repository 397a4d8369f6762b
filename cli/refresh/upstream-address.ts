import { CliError } from '../cli-error.ts';
import type { Source } from './source.ts';

const loopback = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d{1,5}$/;

/**
 * Where a source is asked: at its own address, or at a test's server that the environment names, `HULLMARK_UPSTREAM_PYPI` for one
 * and `HULLMARK_UPSTREAM` for all. Throws at one that is not on this machine, so that a token goes nowhere else.
 */
export function upstreamAddress(
  { name, address }: Pick<Source, 'name' | 'address'>,
  env = process.env,
): string {
  const variable = `HULLMARK_UPSTREAM_${name.toUpperCase().replaceAll('-', '_')}`;
  const [key, given] = env[variable]
    ? [variable, env[variable]]
    : ['HULLMARK_UPSTREAM', env.HULLMARK_UPSTREAM];
  if (!given) return address;
  if (loopback.test(given)) return given;
  throw new CliError(
    `${key}: "${given}" is not an address of this machine, such as http://127.0.0.1:8080`,
    2,
  );
}

/** Whether an address is that of a test's server. */
export function isLoopback(address: string): boolean {
  return loopback.test(address);
}
