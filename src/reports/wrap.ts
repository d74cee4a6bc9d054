/** Break a text at spaces so that no line is wider than `width`, later lines indented. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const wider = line === '' ? word : `${line} ${word}`;
    if (line !== '' && wider.length + indent.length > width) {
      lines.push(line);
      line = word;
    } else line = wider;
  }
  return [...lines, line].join(`\n${indent}`);
}
