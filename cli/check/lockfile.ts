import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../root.ts';

interface Locked {
  resolved?: string;
  integrity?: string;
  inBundle?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  engines?: { node?: string };
  optionalDependencies?: Record<string, string>;
}

const file = `${root}package-lock.json`;

/** Every package is locked by its hash and by no address, none asks for a script at installation, which `.npmrc` forbids, and npm installs it on each system and Node we name. */
export function lockfileProblems(fix = false): string {
  const lockfile = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
  const packages = Object.entries(lockfile.packages);
  const names = new Set(packages.map(([path]) => path.split('node_modules/').at(-1)));
  if (fix) {
    for (const [, locked] of packages) if (excludesNode18(locked)) delete locked.engines;
    writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
  }

  return packages
    .flatMap(([path, locked]) => [
      locked.resolved && `${path} has an address ("resolved")`,
      path && !locked.inBundle && !locked.integrity && `${path} has no hash ("integrity")`,
      locked.hasInstallScript &&
        `${path || 'the project'} has a script that npm would run when it installs it`,
      excludesNode18(locked) && `${path} has "engines" that exclude Node 18: npm run check -- --fix`,
      // npm leaves out what it does not see for other systems, and then refuses its own lockfile.
      ...Object.keys(locked.optionalDependencies ?? {}).map(
        (name) => !names.has(name) && `${path || 'the project'} lacks ${name}`,
      ),
    ])
    .filter(Boolean)
    .join('\n');
}

/** Whether a range such as "^20.19.0 || >=22.12.0" has npm on Node 18 leave out a package that our own Node runs. */
function excludesNode18({ optional = false, engines: { node = '*' } = {} }: Locked): boolean {
  return optional && node.split('||').every((part) => Number(/\d+/.exec(part)) > 18);
}
