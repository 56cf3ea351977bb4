import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      // What a ledger holds is never run and never becomes markup.
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-properties': ['error', ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'srcdoc'].map((property) => ({ property, message: 'Text goes in as text: textContent, or React.' })), { object: 'document', property: 'write', message: 'Text goes in as text: textContent, or React.' }],
      'prefer-const': 'error',
      'max-lines-per-function': ['warn', { max: 70, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // Every word that a user reads comes from src/texts: no letters between tags, none in what is read aloud.
    files: ['src/taskpane/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"], Property[key.name="dangerouslySetInnerHTML"]', message: 'What a ledger holds never becomes markup.' },
        { selector: 'JSXText[value=/[\\p{L}]/u]', message: 'Say it through useSay(): the pane speaks three languages.' },
        { selector: 'JSXAttribute[name.name=/^(aria-label|aria-description|title|placeholder|alt|label|content)$/] > Literal[value=/[\\p{L}]/u]', message: 'Say it through useSay(): the pane speaks three languages.' },
        { selector: 'JSXExpressionContainer > Literal[value=/[\\p{L}]{2,}/u]', message: 'Say it through useSay(): the pane speaks three languages.' },
      ],
    },
  },
  { files: ['src/cli/**', 'test/**'], rules: { 'no-console': 'off', 'max-lines-per-function': 'off' } },
  // Attacks are made with what the rules forbid, and office.js is put into Node by evaluating it.
  { files: ['test/**'], rules: { 'no-eval': 'off', 'no-script-url': 'off', 'no-restricted-properties': 'off' } },
);
