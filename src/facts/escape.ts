/** A text as a regular expression that means it: `RegExp.escape` is not in all versions of Node that we run on. */
export function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
