import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { mayImport, restrictedImports } from './import-rules.mjs';

const markup = [
  "JSXAttribute[name.name='dangerouslySetInnerHTML']",
  'AssignmentExpression[left.property.name=/^(inner|outer)HTML$/]',
  "CallExpression[callee.property.name='insertAdjacentHTML']",
].join(', ');

export default tseslint.config(
  { ignores: ['.output/**', '.wxt/**', 'node_modules/**', 'tests/pages/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...tseslint.configs.recommendedTypeChecked,
  { languageOptions: { parserOptions: { projectService: true } } },
  // We have no classes: a callback taken out of a component's props does not need its object.
  { rules: { '@typescript-eslint/unbound-method': 'off' } },
  // These are JavaScript for the Node 18 that may start them; the compiler checks their types.
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    ignores: ['tests/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: markup, message: 'Text reaches a page as text, never as markup.' },
      ],
    },
  },
  ...Object.keys(mayImport).map((folder) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: restrictedImports(folder) }] },
  })),
  {
    files: ['{modules,cli,harness,bench}/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?:\\.\\./)+entrypoints/', message: 'Nobody imports an entrypoint.' }] },
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    // The plugin's other rules serve the React compiler and mistake writing a signal for a mutation.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
);
