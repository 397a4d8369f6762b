import { readFileSync, writeFileSync } from 'node:fs';
import { root } from '../root.ts';

interface Locked {
  resolved?: string;
  integrity?: string;
  inBundle?: boolean;
  optional?: boolean;
  engines?: { node?: string };
  optionalDependencies?: Record<string, string>;
}

const file = `${root}package-lock.json`;

/** Every package is locked by its hash and by no address, and npm installs it on each system and Node we name. */
export function lockfileProblems(fix = false): string {
  const lockfile = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
  const packages = Object.entries(lockfile.packages);
  const names = new Set(packages.map(([path]) => path.split('node_modules/').at(-1)));
  const demanding = packages.filter(([, { optional, engines }]) => optional && needsNewerNode(engines));
  if (fix && demanding.length) {
    for (const [, locked] of demanding) delete locked.engines;
    writeFileSync(file, `${JSON.stringify(lockfile, null, 2)}\n`);
  }

  return packages
    .flatMap(([path, { resolved, integrity, inBundle, optional, engines, optionalDependencies = {} }]) => [
      ...(resolved ? [`${path} has an address ("resolved")`] : []),
      ...(path && !inBundle && !integrity ? [`${path} has no hash ("integrity")`] : []),
      // npm on Node 18 would leave it out, though our own Node runs it.
      ...(optional && needsNewerNode(engines)
        ? [`${path} has "engines" that exclude Node 18: npm run check -- --fix`]
        : []),
      // npm leaves out what it does not see for other systems, and then refuses its own lockfile.
      ...Object.keys(optionalDependencies)
        .filter((name) => !names.has(name))
        .map((name) => `${path || 'the project'} lacks ${name}`),
    ])
    .join('\n');
}

/** Whether a range such as "^20.19.0 || >=22.12.0" excludes Node 18. */
function needsNewerNode({ node = '*' }: Locked['engines'] = {}): boolean {
  return node.split('||').every((part) => Number(/\d+/.exec(part)) > 18);
}
