/**
 * The Vite plugin that leaves out what WXT puts around the start of a script: in a build it logs nothing, and each page that our
 * script runs on would load it.
 */
export const bareStart = () => ({
  name: 'bare-start',
  apply: 'build' as const,
  transform(code: string) {
    if (!code.includes('definition.main()') || !code.includes('crashed on startup')) return undefined;
    const definition = /^import definition from .*$/m.exec(code);
    return definition ? `${definition[0]}\nexport default definition.main();` : undefined;
  },
});
