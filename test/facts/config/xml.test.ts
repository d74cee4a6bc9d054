import { describeReader } from '../../support/reader-cases.ts';

describeReader('XML', 'settings.xml', [
  ['element', '<a><jwt.secret>made-up</jwt.secret></a>', [['a/jwt.secret', 'made-up']]],
  ['white space around', '<a>\n  <b>\n    c\n  </b>\n</a>', [['a/b', 'c']]],
  ['key and value', '<add key="JwtSecret" value="a" />', [['JwtSecret', 'a']]],
  ['value and key', '<add value="a" key="JwtSecret"/>', [['JwtSecret', 'a']]],
  ['single quotes', "<add key='A' value='b \"c\"'/>", [['A', 'b "c"']]],
  ['name and value', '<property name="jwt.secret" value="a"/>', [['jwt.secret', 'a']]],
  ['name and an element', '<property name="jwt.secret"><value>a</value></property>', [['jwt.secret', 'a']]],
  ['named text', '<resources><string name="jwt_secret">a</string></resources>', [['jwt_secret', 'a']]],
  ['entry', '<entry key="A">b</entry>', [['A', 'b']]],
  ['attribute of its own', '<jwt secret="a"/>', [['jwt/secret', 'a']]],
  ['entities', '<a>b&amp;c&#65;&#x42;&lt;</a>', [['a', 'b&cAB<', 'b&amp;c&#65;&#x42;&lt;']]],
  ['entities in attributes', '<add key="A" value="b&quot;c"/>', [['A', 'b"c', 'b&quot;c']]],
  ['unknown entity', '<a>b&x;c</a>', [['a', 'b&x;c']]],
  ['CDATA', '<a><![CDATA[b & c]]></a>', [['a', 'b & c']]],
  ['comment', '<!-- <a>b</a> --><c>d</c>', [['c', 'd']]],
  ['declaration and doctype', '<?xml version="1.0"?>\n<!DOCTYPE a>\n<a>b</a>', [['a', 'b']]],
  ['namespace', '<x:a xmlns:x="u"><x:b>c</x:b></x:a>', [['x:a/x:b', 'c']]],
  ['lists add nothing to a name', '<configuration><appSettings><add key="A" value="b"/></appSettings></configuration>', [['A', 'b']]],
  ['CRLF', '<a>\r\n<b>c</b>\r\n</a>', [['a/b', 'c']]],
  ['never closed', '<a><b>c</b><d>e', [['a/b', 'c']]],
  ['closed twice', '<a>b</a></a><c>d</c>', [['a', 'b'], ['c', 'd']]],
  ['closed in the wrong order', '<a><b>c</a></b><d>e</d>', [['d', 'e']]],
  ['empty', '<a></a><b/>', []],
  ['text beside elements', '<a>b<c>d</c>e</a>', [['a/c', 'd']]],
  ['Maven', '<project><properties><jwt.secret>a</jwt.secret></properties></project>', [['jwt.secret', 'a']]],
  ['MSBuild', '<Project><PropertyGroup><JwtSecret>a</JwtSecret></PropertyGroup></Project>', [['Project/PropertyGroup/JwtSecret', 'a']]],
  ['letters of other alphabets', '<ключ>значение</ключ>', [['ключ', 'значение']]],
  ['spaces in tags', '<add  key = "A"\n  value = "b"  />', [['A', 'b']]],
]); // prettier-ignore

const plist = (inner: string): string =>
  `<?xml version="1.0"?><plist version="1.0"><dict>${inner}</dict></plist>`;

describeReader('property lists', 'Info.plist', [
  ['pair', plist('<key>JWTSecret</key><string>made-up</string>'), [['plist/version', '1.0'], ['JWTSecret', 'made-up']]],
  ['section', plist('<key>Env</key><dict><key>A</key><string>b</string></dict>'), [['plist/version', '1.0'], ['Env/A', 'b']]],
  ['pair behind a section', plist('<key>E</key><dict><key>A</key><string>b</string></dict><key>C</key><string>d</string>'), [['plist/version', '1.0'], ['E/A', 'b'], ['C', 'd']]],
  ['list', plist('<key>L</key><array><string>a</string></array>'), [['plist/version', '1.0'], ['L', 'a']]],
  ['empty value', plist('<key>A</key><string></string><key>B</key><string>c</string>'), [['plist/version', '1.0'], ['B', 'c']]],
  ['true', plist('<key>A</key><true/><key>B</key><string>c</string>'), [['plist/version', '1.0'], ['B', 'c']]],
], 6); // prettier-ignore

describeReader('.config of .NET', 'web.config', [
  ['setting', '<?xml version="1.0"?><configuration><appSettings><add key="Jwt:Key" value="a"/></appSettings></configuration>', [['Jwt:Key', 'a']]],
  ['connection string', '<configuration><connectionStrings><add name="Db" connectionString="a=b"/></connectionStrings></configuration>', [['connectionStrings/Db', 'a=b']]],
], 2); // prettier-ignore
