/**
 * Private keys that everybody has, by the first characters of the private member (`d`, or `k` of symmetric keys) or of the
 * PEM body. Enough characters to be unmistakable, too few to be a key.
 */
const PUBLISHED: readonly (readonly [prefix: string, source: string])[] = [
  ['AyM1SysPpbyDfgZl', 'RFC 7515, appendix A.1'],
  ['Eq5xpGnNCivDflJs', 'RFC 7515, appendix A.2'],
  ['jpsQnnGQmL-YBIff', 'RFC 7515, appendix A.3'],
  ['AY5pb7A0UFiB3REL', 'RFC 7515, appendix A.4'],
  ['kLdtIj6GbDks_ApC', 'RFC 7516, appendix A.1'],
  ['VFCWOqXr8nvZNyaa', 'RFC 7516, appendix A.2'],
  ['870MB6gfuTJ4HtUn', 'RFC 7517, appendix A.2'],
  ['X4cTteJY_gn4FYPs', 'RFC 7517, appendix A.2'],
  ['GawgguFyGrWKav7A', 'RFC 7517, appendix A.3'],
  ['GRtbIQmhOZtyszfg', 'RFC 7517, appendix C'],
  ['AAhRON2r9cqXX1hg', 'RFC 7520, section 3.2'],
  ['bWUC9B-EFRIo8kpG', 'RFC 7520, section 3.4'],
  ['hJtXIZ2uSN5kbQfb', 'RFC 7520, section 3.5'],
  ['XctOhJAkA-pD9Lh7', 'RFC 7520, section 3.6'],
  ['Kn9tgoHfiTVi8uPu', 'RFC 7520, section 5.1'],
  ['n7fzJc3_WG59VEOB', 'RFC 7520, section 5.2'],
  ['iTx2pk7wW-GqJkHc', 'RFC 7520, section 5.4'],
  ['D5H4Y_5PSKZvhfVF', 'RFC 7520, section 5.4'],
  ['r_kHyZ-a06rmxM3y', 'RFC 7520, section 5.5'],
  ['AtH35vJsQ9SGjYfO', 'RFC 7520, section 5.5'],
  ['qC57l_uxcm7Nm3K-', 'RFC 7520, section 5.7'],
  ['GZy6sIZ6wl9NJOKB', 'RFC 7520, section 5.8'],
  ['0_NxaRPUMQoAJt50', 'RFC 7518, appendix C'],
  ['VEmDZpDXXK8p8N0C', 'RFC 7518, appendix C'],
  ['nWGxne_9WmC6hEr0', 'RFC 8037, appendix A.1'],
  ['MIIEvwIBADANBgkqhkiG9w0BAQEFAASCBKkwggSlAgEAAoIBAQC7VJTU', 'the RS256 sample of jwt.io'],
  ['MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgevZzL1gd', 'the ES256 sample of jwt.io'],
];

/** Where a key is published, by its private member or PEM body; null for keys that are somebody's own. */
export function publishedIn(material: string): string | null {
  return PUBLISHED.find(([prefix]) => material.startsWith(prefix))?.[1] ?? null;
}
