const SKIPPED =
  /(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|deno\.lock|tsconfig[^/]{0,60}|jsconfig[^/]{0,60}|[^/]{0,80}-lock|[^/]{0,80}\.lock|\.eslintrc|\.prettierrc|angular|nx|lerna|manifest|asset-manifest|components|turbo)\.(?:json5?|jsonc)$|\.(?:map|lock|geojson|topojson|ndjson|webmanifest)$|(?:^|\/)(?:Cargo|poetry|uv|Pipfile)\.lock$/i;
const TRANSLATIONS =
  /(?:^|\/)(?:i18n|l10n|locales?|lang|langs|languages?|translations?|messages|nls|_locales|phrases)\/[\s\S]{0,300}\.(?:json5?|jsonc|ya?ml|properties|ini|toml|xml)$|(?:^|\/)(?:messages|strings|translations?)[._-][a-z]{2}(?:[_-][a-z]{2,4})?\.(?:json|ya?ml|properties)$|\.lproj\/|(?:^|\/)values-[a-z]{2}(?:-r[A-Z]{2})?\/strings\.xml$/i;

/** Files of configuration formats that hold no settings: lock files, compiler options, manifests, and translations. */
export function holdsNoSettings(path: string): boolean {
  return SKIPPED.test(path) || TRANSLATIONS.test(path);
}
