import { describeReader, entriesOf } from '../../support/reader-cases.ts';
import { expect, test } from 'vitest';

describeReader('Dockerfile', 'Dockerfile', [
  ['ENV', 'FROM a\nENV JWT_SECRET=made-up', [['JWT_SECRET', 'made-up']]],
  ['old ENV', 'ENV JWT_SECRET made up', [['JWT_SECRET', 'made up']]],
  ['several', 'ENV A=b C=d', [['A', 'b'], ['C', 'd']]],
  ['double quotes', 'ENV A="b c"', [['A', 'b c']]],
  ['single quotes', "ENV A='b c'", [['A', 'b c']]],
  ['escaped quote', 'ENV A="b\\"c"', [['A', 'b"c', '"b\\"c"']]],
  ['escaped blank', 'ENV A=b\\ c', [['A', 'b c', 'b\\ c']]],
  ['continued', 'ENV A=b \\\n    C=d', [['A', 'b'], ['C', 'd']]],
  ['continued with a comment', 'ENV A=b \\\n  # why\n    C=d', [['A', 'b'], ['C', 'd']]],
  ['continued with an empty line', 'ENV A=b \\\n\n    C=d', [['A', 'b'], ['C', 'd']]],
  ['CRLF', 'FROM a\r\nENV A=b\r\nENV C=d\r\n', [['A', 'b'], ['C', 'd']]],
  ['backtick as escape', '# escape=`\nFROM a\nENV A=b `\n  C=d', [['A', 'b'], ['C', 'd']]],
  ['ARG', 'ARG JWT_SECRET=made-up', [['JWT_SECRET', 'made-up']]],
  ['ARG without default', 'ARG JWT_SECRET', []],
  ['ENV from ARG', 'ARG S=made-up\nENV JWT_SECRET=$S', [['S', 'made-up'], ['JWT_SECRET', 'made-up']]],
  ['default of a reference', 'ENV A=${B:-c}', [['A', 'c']]],
  ['LABEL', 'LABEL a="b" c=d', [['a', 'b'], ['c', 'd']]],
  ['RUN with an assignment', 'RUN JWT_SECRET=a npm test', [['JWT_SECRET', 'a']]],
  ['RUN with export', 'RUN export A="b c" && npm test', [['A', 'b c']]],
  ['RUN over lines', 'RUN npm ci && \\\n    A=b npm test', [['A', 'b']]],
  ['RUN that writes a file', 'RUN echo "JWT_SECRET=a" >> .env', [['JWT_SECRET', 'a']]],
  ['RUN with a here-document', 'RUN <<EOF\nexport A=b\nEOF\nENV C=d', [['A', 'b'], ['C', 'd']]],
  ['CMD', 'CMD A=b node .', [['A', 'b']]],
  ['lower case', 'env A=b', [['A', 'b']]],
  ['comment', '# ENV A=b\nENV C=d', [['C', 'd']]],
  ['sign of a comment in a value', 'ENV A=b#c', [['A', 'b#c']]],
  ['empty value', 'ENV A= C=""', [['A', ''], ['C', '']]],
  ['several stages', 'FROM a AS b\nENV A=1\nFROM c\nENV A=2', [['A', '1'], ['A', '2']]],
  ['byte order mark', '\uFEFFFROM a\nENV A=b', [['A', 'b']]],
  ['secret mount', 'RUN --mount=type=secret,id=jwt npm ci', []],
]); // prettier-ignore

test('a build argument is a default', () => {
  const found = entriesOf('Dockerfile', 'ARG A=b\nENV C=d').map(({ fallback }) => fallback);
  expect(found).toEqual([{ operator: 'default', of: 'A', removal: { span: [5, 7], text: '' } }, null]);
});
