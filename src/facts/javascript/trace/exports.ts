import type { TSESTree } from '@typescript-eslint/types';
import { isClass } from '../provenance.ts';
import { dottedPath, isFunction } from '../syntax.ts';
import { pattern } from './destructuring.ts';
import { returnedBy } from './functions.ts';
import { classMember } from './classes.ts';
import { enumMember } from './objects.ts';
import { bindingPath } from './patterns.ts';
import { START, type Context, type Tracer } from './tracer.ts';

/** Who asks from another file knows which call it is about. */
const OUTSIDE: Context = { ...START, isReturned: true };

export function visitExport(tracer: Tracer, members: readonly string[]): void {
  const [name = 'default', ...rest] = members;
  for (const statement of tracer.module.ast.body) {
    if (statement.type === 'ExportNamedDeclaration') exportNamed(tracer, statement, name, rest);
    if (statement.type === 'ExportAllDeclaration') {
      // `export * as name` hands on under a name what `export *` hands on as it is.
      const wanted =
        statement.exported === null ? members : nameOf(statement.exported) === name ? rest : null;
      if (wanted) tracer.imported(statement.source.value, wanted, statement, OUTSIDE);
    }
    if (statement.type === 'ExportDefaultDeclaration')
      tracer.property(statement.declaration, members, OUTSIDE);
    if (statement.type === 'TSExportAssignment') tracer.property(statement.expression, members, OUTSIDE);
  }
  exportCommonJs(tracer, members);
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function exportNamed(
  tracer: Tracer,
  statement: TSESTree.ExportNamedDeclaration,
  name: string,
  rest: readonly string[],
): void {
  for (const specifier of statement.specifiers) {
    const exported = nameOf(specifier.exported);
    if (exported !== name && !(exported === 'default' && specifier.local.type === 'Identifier')) continue;
    const wanted = exported === name ? rest : [name, ...rest];
    const local = nameOf(specifier.local);
    if (statement.source) tracer.imported(statement.source.value, [local, ...wanted], statement, OUTSIDE);
    else tracer.property(specifier.local, wanted, { ...OUTSIDE, name: local });
  }
  const { declaration } = statement;
  if (declaration?.type === 'VariableDeclaration') {
    for (const declarator of declaration.declarations) {
      if (!declarator.init || bindingPath(declarator.id, name) === null) continue;
      pattern(tracer, declarator.id, name, declarator.init, rest, { ...OUTSIDE, name });
    }
  } else if (
    declaration &&
    'id' in declaration &&
    declaration.id?.type === 'Identifier' &&
    declaration.id.name === name
  ) {
    if (isFunction(declaration))
      for (const value of returnedBy(declaration)) tracer.property(value, rest, { ...OUTSIDE, name });
    else if (isClass(declaration)) classMember(tracer, declaration, rest, OUTSIDE, true);
    else if (declaration.type === 'TSEnumDeclaration') enumMember(tracer, declaration, rest, OUTSIDE);
  }
}

/** `module.exports = { secret }`, `exports.secret = …`, `module.exports.secret = …`. */
function exportCommonJs(tracer: Tracer, members: readonly string[]): void {
  for (const node of tracer.module.nodes('AssignmentExpression')) {
    const path = node.left.type === 'MemberExpression' ? dottedPath(node.left) : null;
    if (path === null) continue;
    const names = exportedPath(path);
    if (names === null || names.some((name, i) => name !== members[i])) continue;
    tracer.property(node.right, members.slice(names.length), { ...OUTSIDE, name: members.at(-1) ?? null });
  }
}

/** The way into the exports that an assignment writes to; `default` is no part of it. */
function exportedPath(path: readonly string[]): readonly string[] | null {
  const isModule = path[0] === 'module' && path[1] === 'exports';
  if (!isModule && path[0] !== 'exports') return null;
  const names = path.slice(isModule ? 2 : 1);
  return names[0] === 'default' ? names.slice(1) : names;
}
