import type { TSESTree } from '@typescript-eslint/types';
import type { ImportedValue } from '../model.ts';
import type { JavaScriptModule } from './module.ts';
import { lookInto, type Looked } from './options.ts';
import { dottedPath, type Node } from './syntax.ts';
import { bindingPath } from './trace/patterns.ts';

const ABSENT: Looked = { state: 'absent' };

/** What a module exports under `members`: a node of it, or a value of yet another module. */
export function lookUpExport(module: JavaScriptModule, members: readonly string[]): Looked {
  for (const looked of candidates(module, members)) if (looked.state !== 'absent') return looked;
  return ABSENT;
}

/** The modules that may stand behind an export: several, where a module hands on all of more than one. */
export function importsBehind(module: JavaScriptModule, members: readonly string[]): ImportedValue[] {
  return [...candidates(module, members)].flatMap((looked) =>
    looked.state === 'imported' ? [looked.from] : [],
  );
}

function* candidates(module: JavaScriptModule, members: readonly string[]): Iterable<Looked> {
  const [name = 'default', ...rest] = members;
  for (const statement of module.ast.body) {
    if (statement.type === 'ExportNamedDeclaration') yield namedExport(module, statement, name, rest);
    if (statement.type === 'ExportDefaultDeclaration') yield lookInto(module, statement.declaration, members);
    if (statement.type === 'TSExportAssignment') yield lookInto(module, statement.expression, members);
  }
  yield commonJsExport(module, members);
  for (const statement of module.ast.body) {
    if (statement.type !== 'ExportAllDeclaration') continue;
    const source = statement.source.value;
    if (statement.exported === null) yield { state: 'imported', from: { module: source, members } };
    else if (nameOf(statement.exported) === name)
      yield { state: 'imported', from: { module: source, members: rest } };
  }
}

function namedExport(
  module: JavaScriptModule,
  statement: TSESTree.ExportNamedDeclaration,
  name: string,
  rest: readonly string[],
): Looked {
  for (const { exported, local } of statement.specifiers) {
    if (nameOf(exported) !== name) continue;
    const from = nameOf(local);
    return statement.source
      ? {
          state: 'imported',
          from: { module: statement.source.value, members: from === 'default' ? rest : [from, ...rest] },
        }
      : lookInto(module, local, rest);
  }
  const { declaration } = statement;
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id, init } of declaration.declarations) {
      const way = bindingPath(id, name);
      if (way && init) return lookInto(module, init, [...way.path, ...rest]);
    }
  }
  const isNamed =
    declaration &&
    'id' in declaration &&
    declaration.id?.type === 'Identifier' &&
    declaration.id.name === name;
  return isNamed ? lookInto(module, declaration, rest) : ABSENT;
}

function nameOf(node: Node): string {
  return node.type === 'Identifier' ? node.name : node.type === 'Literal' ? String(node.value) : '';
}

/** `module.exports = { … }`, `exports.name = …`, `module.exports.name = …`. */
function commonJsExport(module: JavaScriptModule, members: readonly string[]): Looked {
  for (const { left, right } of module.nodes('AssignmentExpression')) {
    const names = left.type === 'MemberExpression' ? exportedPath(dottedPath(left)) : null;
    if (names === null || names.some((name, i) => name !== members[i])) continue;
    const looked = lookInto(module, right, members.slice(names.length));
    if (looked.state !== 'absent') return looked;
  }
  return ABSENT;
}

function exportedPath(path: readonly string[] | null): readonly string[] | null {
  if (path?.[0] === 'module' && path[1] === 'exports') return path.slice(2);
  return path?.[0] === 'exports' ? path.slice(1) : null;
}
