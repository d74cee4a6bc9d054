/** Put `data` into a message template, as ESLint does: `{{name}}`, with or without spaces. */
export function interpolate(template: string, data: Readonly<Record<string, string>> = {}): string {
  return template.replace(/\{\{\s?(\w+)\s?\}\}/g, (whole, name: string) => data[name] ?? whole);
}
