/** @type {import('eslint-doc-generator').GenerateOptions} */
export default {
  configEmoji: [
    ['recommended', '✅'],
    ['strict', '🔒'],
  ],
  ignoreConfig: ['config-files', 'data-files', 'recommended-legacy', 'strict-legacy'],
  ruleDocSectionInclude: ['Examples', 'Options', 'How to mend it'],
  ruleListColumns: ['name', 'description', 'configsError', 'configsWarn', 'hasSuggestions'],
  postprocess: (content) => content,
};
