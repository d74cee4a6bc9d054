/** Where the pages of `docs/` are read. */
export const DOCS_BASE =
  'https://github.com/eslint-plugin-jwt-secrets/eslint-plugin-jwt-secrets/blob/main/docs/';

/** The page of a rule. */
export function ruleUrl(id: string): string {
  return `${DOCS_BASE}rules/${id}.md`;
}
