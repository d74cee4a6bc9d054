import { describeReader } from '../../support/reader-cases.ts';

describeReader('Java properties', 'application.properties', [
  ['plain', 'jwt.secret=made-up', [['jwt/secret', 'made-up']]],
  ['spaces around the sign', 'jwt.secret = made-up', [['jwt/secret', 'made-up']]],
  ['colon', 'jwt.secret: made-up', [['jwt/secret', 'made-up']]],
  ['white space as the sign', 'jwt.secret made-up', [['jwt/secret', 'made-up']]],
  ['tab as the sign', 'jwt.secret\tmade-up', [['jwt/secret', 'made-up']]],
  ['comments', '# a=b\n! c=d\ne=f', [['e', 'f']]],
  ['no comment behind a value', 'a=b # c', [['a', 'b # c']]],
  ['continued line', 'a=one\\\n   two', [['a', 'onetwo', 'one\\\n   two']]],
  ['continued with CRLF', 'a=one\\\r\n  two\r\nb=c\r\n', [['a', 'onetwo', 'one\\\r\n  two'], ['b', 'c']]],
  ['backslash of its own at the end', 'a=b\\\\\nc=d', [['a', 'b\\', 'b\\\\'], ['c', 'd']]],
  ['a comment is not continued', '# a \\\nb=c', [['b', 'c']]],
  ['unicode escape', 'a=\\u0041b', [['a', 'Ab', '\\u0041b']]],
  ['escaped signs', 'a=\\=\\:\\#b', [['a', '=:#b', '\\=\\:\\#b']]],
  ['line end escaped', 'a=b\\nc', [['a', 'b\nc', 'b\\nc']]],
  ['sign in the name', 'a\\=b=c', [['a=b', 'c']]],
  ['indented', '   a = b', [['a', 'b']]],
  ['white space behind a value', 'a=b   \nc=d', [['a', 'b'], ['c', 'd']]],
  ['quotes belong to the value', 'a="b"', [['a', '"b"']]],
  ['empty', 'a=\nb', [['a', '']]],
  ['equals signs in the value', 'a=b=c==', [['a', 'b=c==']]],
  ['default of a reference', 'jwt.secret=${JWT_SECRET:made-up}', [['jwt/secret', 'made-up']]],
  ['reference to a setting of the file', 'app.key=made-up\njwt.secret=${app.key}', [['app/key', 'made-up'], ['jwt/secret', 'made-up']]],
  ['byte order mark', '\uFEFFa=b', [['a', 'b']]],
  ['section marks are names', '[a]\nb=c', [['b', 'c']]],
  ['encrypted', 'a=ENC(bWFkZS11cA==)', [['a', 'ENC(bWFkZS11cA==)']]],
  ['relaxed names of Spring', 'app.jwt-secret=b\nAPP_JWT_SECRET=c', [['app/jwt-secret', 'b'], ['APP_JWT_SECRET', 'c']]],
  ['index in the name', 'keys[0].secret=b', [['keys[0]/secret', 'b']]],
  ['CR alone', 'a=b\rc=d', [['a', 'b'], ['c', 'd']]],
]); // prettier-ignore

describeReader('INI', 'settings.ini', [
  ['plain', 'secret=made-up', [['secret', 'made-up']]],
  ['section', '[jwt]\nsecret = made-up\n', [['jwt/secret', 'made-up']]],
  ['section with a dot', '[auth.jwt]\nsecret=a', [['auth/jwt/secret', 'a']]],
  ['section with a name in quotes', '[profile "prod"]\nsecret=a', [['profile/prod/secret', 'a']]],
  ['section of Paste', '[app:main]\nsecret=a', [['app/main/secret', 'a']]],
  ['section with a comment', '[jwt] ; why\nsecret=a', [['jwt/secret', 'a']]],
  ['two sections', '[a]\nx=1\n[b]\nx=2', [['a/x', '1'], ['b/x', '2']]],
  ['colon', 'secret: made-up', [['secret', 'made-up']]],
  ['comments', '; a=b\n# c=d\ne=f', [['e', 'f']]],
  ['comment behind a value', 'a=b ; why\nc=d # why', [['a', 'b'], ['c', 'd']]],
  ['sign without white space', 'a=b;c\nd=e#f', [['a', 'b;c'], ['d', 'e#f']]],
  ['double quotes', 'a = "b c"', [['a', 'b c']]],
  ['single quotes', "a = 'b c' ; why", [['a', 'b c']]],
  ['sign of a comment in quotes', 'a="b ; c"', [['a', 'b ; c']]],
  ['escaped quote', 'a="b\\"c"', [['a', 'b"c', 'b\\"c']]],
  ['quote that never closes', 'a="b\nc=d', [['a', '"b'], ['c', 'd']]],
  ['text behind the quote', 'a="b" c', [['a', '"b" c']]],
  ['CRLF', '[j]\r\na=b\r\nc=d\r\n', [['j/a', 'b'], ['j/c', 'd']]],
  ['byte order mark', '\uFEFF[j]\na=b', [['j/a', 'b']]],
  ['name with blanks', 'jwt secret = a', [['jwt secret', 'a']]],
  ['no value', 'skip-name\na=', [['a', '']]],
  ['dotted name', 'jwt.secret=a', [['jwt/secret', 'a']]],
  ['percent signs', 'a=%(here)s/b', [['a', '%(here)s/b']]],
  ['backslash at the end', 'a=b\\\nc=d', [['a', 'b\\'], ['c', 'd']]],
  ['indented under a section', '[j]\n  a = b', [['j/a', 'b']]],
  ['equals signs in the value', 'a=b==', [['a', 'b==']]],
]); // prettier-ignore

describeReader('setup.cfg', 'setup.cfg', [
  ['value on the next line', '[tool]\nsecret =\n    made-up\n', [['tool/secret', 'made-up']]],
  ['value on its line', 'a = b\n[c]\nd = e', [['a', 'b'], ['c/d', 'e']]],
], 2); // prettier-ignore

describeReader('.npmrc', '.npmrc', [
  ['settings of a registry', '//registry.example/:_authToken=made-up\njwt-secret=a', [['//registry/example/:_authToken', 'made-up'], ['jwt-secret', 'a']]],
], 1); // prettier-ignore

describeReader('.conf', 'app.conf', [
  ['equals sign', 'jwt_secret = "made-up"', [['jwt_secret', 'made-up']]],
  ['white space', 'jwt_secret made-up', [['jwt_secret', 'made-up']]],
], 2); // prettier-ignore
