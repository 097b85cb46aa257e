import comments from '@eslint-community/eslint-plugin-eslint-comments'
import js from '@eslint/js'
import { defineConfig } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import typescript from 'typescript-eslint'

import { fileNamesRule } from './scripts/lint/file-names.mjs'
import { layerImportsRule } from './scripts/lint/layer-imports.mjs'

const cocanvas = { rules: { 'layer-imports': layerImportsRule, 'file-names': fileNamesRule } }

const NO_BARREL = 'Import from the file that defines it: re-exports hide where things live.'
const NO_SLEEP = 'Wait for the event itself: a test that sleeps is slow and still fails now and then.'

const restrictedSyntax = [
  { selector: 'ExportAllDeclaration', message: NO_BARREL },
  { selector: 'ExportNamedDeclaration[source]', message: NO_BARREL },
]

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'models/', 'node_modules/', 'playwright-report/', 'test-results/'] },
  js.configs.recommended,
  typescript.configs.strictTypeChecked,
  typescript.configs.stylisticTypeChecked,
  {
    plugins: { cocanvas, comments },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'cocanvas/layer-imports': 'error',
      'cocanvas/file-names': 'error',
      'comments/require-description': ['error', { ignore: ['eslint-enable'] }],
      'comments/no-unlimited-disable': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true } },
      ],
      'no-restricted-globals': [
        'error',
        ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) => ({
          name,
          message: 'Cocanvas works offline.',
        })),
      ],
      'no-restricted-syntax': ['error', ...restrictedSyntax],
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': 'allow-with-description' }],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      // An empty environment variable means the same as none.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // A name that begins with _ says that a value is left out on purpose.
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_',
          destructuredArrayIgnorePattern: '^_',
          ignoreRestSiblings: true,
        },
      ],
      '@typescript-eslint/prefer-readonly': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // These also run where Node does not exist; the compiler knows no Node types there, and this says why.
    files: ['electron/contract/**', 'electron/conditions/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['process', 'Buffer', 'global', 'require', 'window', 'document', 'fetch'].map((name) => ({
          name,
          message: 'This folder is pure TypeScript: it uses neither Node nor the DOM.',
        })),
      ],
    },
  },
  {
    // What is made for every pixel; see docs/performance.md.
    files: ['electron/photo-edit/**', 'electron/detail/patch-*.ts', 'electron/detail/{restore-detail,snap-labels}.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        {
          selector: 'FunctionDeclaration[async=true] > BlockStatement ForStatement ForStatement',
          message:
            'Loop over the pixels of a row in a function that does not wait: V8 throws the code of those that call a checkpoint away with every job.',
        },
      ],
    },
  },
  { files: ['renderer/**'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    files: ['test/**'],
    rules: {
      // Tests hand wrong values to typed functions on purpose.
      '@typescript-eslint/consistent-type-assertions': 'off',
      'no-restricted-imports': ['error', { paths: [{ name: 'node:timers/promises', message: NO_SLEEP }] }],
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        {
          selector: 'NewExpression[callee.name="Promise"] > * > CallExpression[callee.name="setTimeout"]',
          message: NO_SLEEP,
        },
      ],
    },
  },
  {
    // Scripts talk to a terminal and are plain JavaScript with JSDoc types, so that Node 20 runs them before anything is installed.
    files: ['scripts/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/explicit-module-boundary-types': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    rules: {
      // JSDoc casts are no TypeScript syntax, and the compiler itself reports unknown names.
      '@typescript-eslint/consistent-type-assertions': 'off',
      'no-undef': 'off',
    },
  },
  {
    // Their tools read a default export.
    files: ['eslint.config.js', 'vitest.config.ts', 'vite.config.ts', '**/playwright.config.ts', 'knip.config.js'],
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // In no TypeScript project: configurations, and programs that tests start as they are.
    files: ['*.config.js', 'test/**/*.mjs'],
    extends: [typescript.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
)
