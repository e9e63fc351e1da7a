import js from '@eslint/js';
import { config as n8n } from '@n8n/node-cli/eslint';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Runs beside n8n, not inside it, and may use all of Node. */
const tooling = ['{test,bench,scripts,cli}/**/*.{ts,mjs,cjs}', '*.config.mjs'];

export default tseslint.config(
	{ ignores: ['dist/', 'packages/'] },
	n8n.map((config) => (config.files ? { ...config, ignores: tooling } : config)),
	{
		files: tooling,
		extends: [js.configs.recommended, tseslint.configs.recommended],
		languageOptions: { globals: globals.node },
		rules: { '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
	},
	{ files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
