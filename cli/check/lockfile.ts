import { readFileSync } from 'node:fs';
import { root } from '../root.ts';

interface Locked {
  resolved?: string;
  integrity?: string;
  inBundle?: boolean;
  optionalDependencies?: Record<string, string>;
}

/** Every package is locked by its hash and by no address, for each system that the tools run on. */
export function lockfileProblems(): string {
  const text = readFileSync(`${root}package-lock.json`, 'utf8');
  const packages = Object.entries((JSON.parse(text) as { packages: Record<string, Locked> }).packages);
  const names = new Set(packages.map(([path]) => path.split('node_modules/').at(-1)));

  return packages
    .flatMap(([path, { resolved, integrity, inBundle, optionalDependencies = {} }]) => {
      const problems = [];
      if (resolved) problems.push('has an address ("resolved")');
      if (path && !inBundle && !integrity) problems.push('has no hash ("integrity")');
      // npm leaves out what it does not see for other systems, and then refuses its own lockfile.
      for (const name of Object.keys(optionalDependencies))
        if (!names.has(name)) problems.push(`lacks ${name}`);
      return problems.map((problem) => `${path || 'the project'} ${problem}`);
    })
    .join('\n');
}
