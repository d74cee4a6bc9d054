/** The first profile that a Spring setting names: `prod`, `prod,eu`, `prod & eu`; null where it only says which are not meant. */
export function firstProfile(written: string): string | null {
  const words = written.replace(/^@|@$/g, '').split(/[\s,&|()]+/);
  return words.find((word) => /^[\w.-]{1,60}$/.test(word)) ?? null;
}
