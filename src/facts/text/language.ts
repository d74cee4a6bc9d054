/** Languages whose literals are read by their own rules. */
export type Language =
  'python' | 'php' | 'ruby' | 'go' | 'java' | 'kotlin' | 'csharp' | 'rust' | 'elixir' | 'swift' | 'dart';

const BY_ENDING: ReadonlyMap<string, Language> = new Map([
  ['py', 'python'], ['pyi', 'python'], ['php', 'php'], ['phtml', 'php'], ['rb', 'ruby'], ['rake', 'ruby'], ['ru', 'ruby'], ['go', 'go'], ['java', 'java'],
  ['kt', 'kotlin'], ['kts', 'kotlin'], ['groovy', 'kotlin'], ['gradle', 'kotlin'], ['scala', 'java'], ['cs', 'csharp'], ['rs', 'rust'], ['ex', 'elixir'], ['exs', 'elixir'],
  ['swift', 'swift'], ['dart', 'dart'],
]); // prettier-ignore

/** The language of a file by its name; null where literals are read by the rules that most languages share. */
export function languageOf(path: string): Language | null {
  return BY_ENDING.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase()) ?? null;
}
