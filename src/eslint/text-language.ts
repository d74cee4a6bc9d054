import type { File, Language, LanguageContext, OkParseResult } from '@eslint/core';
import { ConfigCommentParser, Directive, TextSourceCodeBase, VisitNodeStep } from '@eslint/plugin-kit';
import { textComments, type TextComment } from './text-comments.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Element {
  readonly type: string;
  readonly loc: { readonly start: Position; readonly end: Position };
  readonly range: readonly [number, number];
}

interface Comment extends Element {
  readonly type: 'Comment';
  readonly value: string;
}

/** The whole file is one node: our rules read the text. */
interface PlainDocument extends Element {
  readonly type: 'Document';
  readonly comments: readonly Comment[];
}

interface Types {
  LangOptions: Record<string, never>;
  RootNode: PlainDocument;
  SyntaxElementWithLoc: Element;
  ConfigNode: Comment;
  Code: PlainSourceCode;
  Node: PlainDocument;
}

const commentParser = new ConfigCommentParser();
const DIRECTIVES: ReadonlySet<string> = new Set([
  'eslint-disable', 'eslint-enable', 'eslint-disable-line', 'eslint-disable-next-line',
]); // prettier-ignore

/** ESLint's view of a file without a language of its own: its text, one node, and the comments that may hold directives. */
export class PlainSourceCode extends TextSourceCodeBase<{
  LangOptions: Record<string, never>;
  RootNode: PlainDocument;
  SyntaxElementWithLoc: Element;
  ConfigNode: Comment;
}> {
  get comments(): readonly Comment[] {
    return this.ast.comments;
  }

  getInlineConfigNodes(): Comment[] {
    return this.comments.filter((comment) => /^\s*eslint/.test(comment.value));
  }

  /** The `eslint-disable` family. */
  getDisableDirectives(): { problems: never[]; directives: Directive[] } {
    const directives = this.getInlineConfigNodes().flatMap((node) => {
      const parsed = commentParser.parseDirective(node.value);
      if (!parsed || !DIRECTIVES.has(parsed.label)) return [];
      const { label, value, justification } = parsed;
      const type = label.slice('eslint-'.length) as Directive['type'];
      return [new Directive({ type, node, value, justification: justification ?? '' })];
    });
    return { problems: [], directives };
  }

  override getParent(): undefined {
    return undefined;
  }

  /** One node: entered and left. */
  override traverse(): Iterable<VisitNodeStep> {
    const step = (phase: 1 | 2): VisitNodeStep =>
      new VisitNodeStep({ target: this.ast, phase, args: [this.ast] });
    return [step(1), step(2)];
  }
}

/** Configuration files as an ESLint language, for ESLint 9.7 and later. */
export const textLanguage: Language<Types> = {
  fileType: 'text',
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: 'type',
  validateLanguageOptions() {},
  parse(file: File): OkParseResult<PlainDocument> {
    return { ok: true, ast: documentOf(String(file.body), file.physicalPath) };
  },
  createSourceCode(
    file: File,
    { ast }: OkParseResult<PlainDocument>,
    _context: LanguageContext,
  ): PlainSourceCode {
    return new PlainSourceCode({ text: String(file.body), ast });
  },
};

function documentOf(text: string, path: string): PlainDocument {
  const locate = locator(text);
  const element = (span: readonly [number, number]): Omit<Element, 'type'> => ({
    range: span,
    loc: { start: locate(span[0]), end: locate(span[1]) },
  });
  const comments = textComments(text, path).map(({ value, span }: TextComment): Comment => ({
    type: 'Comment',
    value,
    ...element(span),
  }));
  return { type: 'Document', comments, ...element([0, text.length]) };
}

/** Offsets to lines from 1 and columns from 0. */
export function locator(text: string): (offset: number) => Position {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! };
  };
}
