import { expect, it } from 'vitest';
import { collectFacts } from '../../../src/facts/collect.ts';
import { describeTexts } from '../../support/text-cases.ts';

describeTexts('Keys of calls in other languages', [
  ['Go: function that finds the key', 'a.go', 'package a\njwt.Parse(s, func(t *jwt.Token) (interface{}, error) {\n\treturn []byte("made-up"), nil\n})', [['jwt.decode', 'made-up']]],
  ['Go: function that checks first', 'a.go', 'package a\njwt.Parse(s, func(t *jwt.Token) (any, error) {\n\tif x {\n\t\treturn nil, errors.New("made-down")\n\t}\n\treturn phrase, nil\n})\nvar phrase = []byte("made-up")', [['phrase', 'made-up']]],
  ['Go: function that gives no key, and what stands behind it', 'a.go', 'package a\nserve(func(t *jwt.Token) (any, error) {\n\treturn nil, errors.New("x")\n}, with())\nreturn "made-down"', []],
  ['Go: function that gives no key, and another one', 'a.go', 'package a\nfunc a(t *jwt.Token) (any, error) { return nil, err }\nfunc b() (any, error) { return "made-down", nil }', []],
  ['Go: variable', 'a.go', 'package a\nvar phrase = []byte("made-up")\nfunc f() { token.SignedString(phrase) }', [['phrase', 'made-up']]],
  ['Go: constant in a conversion', 'a.go', 'package a\nconst phrase string = "made-up"\nfunc f() { token.SignedString([]byte(phrase)) }', [['phrase', 'made-up']]],
  ['Go: variable of the environment', 'a.go', 'package a\nvar phrase = os.Getenv("PHRASE")\nfunc f() { token.SignedString([]byte(phrase)) }', []],
  ['Go: parameter', 'a.go', 'package a\nfunc f(phrase []byte) { token.SignedString(phrase) }', []],
  ['Go: comparison', 'a.go', 'package a\nfunc f(phrase string) { if phrase == "made-up" { token.SignedString(phrase) } }', []],
  ['Go: other name with the same end', 'a.go', 'package a\nvar catchphrase = "made-up"\nfunc f(phrase string) { token.SignedString(phrase) }', []],
  ['Go: echo-jwt', 'a.go', 'package a\nimport "github.com/labstack/echo-jwt/v4"\ne.Use(echojwt.WithConfig(echojwt.Config{SigningKey: []byte("made-up")}))', [['jwt.decode', 'made-up']]],
  ['Go: echo-jwt with the key alone', 'a.go', 'package a\ne.Use(echojwt.JWT([]byte("made-up")))', [['jwt.decode', 'made-up']]],
  ['Go: Fiber', 'a.go', 'package a\nimport jwtware "github.com/gofiber/contrib/jwt"\njwtware.New(jwtware.Config{SigningKey: jwtware.SigningKey{Key: []byte("made-up")}})', [['jwt.decode', 'made-up']]],
  ['Go: chi', 'a.go', 'package a\ntokens := jwtauth.New("HS256", []byte("made-up"), nil)', [['jwt.encode', 'made-up']]],
  ['Go: signing key of something else', 'a.go', 'package a\nc := cookie.Config{Signing: []byte("made-up")}', []],
  ['Python: variable', 'a.py', 'import jwt\nphrase = "made-up"\njwt.encode(claims, phrase, algorithm="HS256")', [['phrase', 'made-up']]],
  ['Python: named argument', 'a.py', 'import jwt\nphrase = "made-up"\nclaims = jwt.decode(token, key=phrase, algorithms=["HS256"])', [['phrase', 'made-up']]],
  ['Python: default of a look-up', 'a.py', 'import jwt\nphrase = os.environ.get("PHRASE", "made-up")\njwt.encode(claims, phrase)', [['phrase ?lookup', 'made-up']]],
  ['Python: fastapi-users', 'a.py', 'import a\nPHRASE = "made-up"\ns = JWTStrategy(secret=PHRASE, lifetime_seconds=60)', [['PHRASE', 'made-up']]],
  ['Python: variables of several functions', 'a.py', 'import jwt\ndef f():\n    phrase = "made-up"\n    jwt.encode(claims, phrase)\ndef g():\n    phrase = "made-down"\n    jwt.encode(claims, phrase)', [['phrase', 'made-up'], ['phrase', 'made-down']]],
  ['Python: empty', 'a.py', 'import jwt\nphrase = ""\njwt.encode(claims, phrase)', []],
  ['PHP: variable', 'a.php', "<?php\n$phrase = 'made-up';\nJWT::encode($claims, $phrase, 'HS256');", [['phrase', 'made-up']]],
  ['PHP: field', 'a.php', '<?php\nclass A { private string $phrase = "made-up"; function f() { return JWT::encode($c, $this->phrase, "HS256"); } }', [['phrase', 'made-up']]],
  ['PHP: constant of a class', 'a.php', "<?php\nclass A { const PHRASE = 'made-up'; function f() { return new Key(self::PHRASE, 'HS256') && JWT::decode($t, $k); } }", [['PHRASE', 'made-up']]],
  ['PHP: adhocore', 'a.php', "<?php\nuse Ahc\\Jwt\\JWT;\n$jwt = new JWT('made-up', 'HS256', 3600);", [['jwt.encode', 'made-up']]],
  ['PHP: class of another package', 'a.php', "<?php\nuse Other\\JWT;\n$jwt = new JWT('made-up', 'HS256', 3600);", []],
  ['PHP: lcobucci', 'a.php', "<?php\nuse Lcobucci\\JWT\\Configuration;\nConfiguration::forSymmetricSigner(new Sha256(), InMemory::plainText('made-up'));", [['jwt.encode', 'made-up']]],
  ['Ruby: variable', 'a.rb', "phrase = 'made-up'\ntoken = JWT.encode payload, phrase, 'HS256'\n", [['phrase', 'made-up']]],
  ['Ruby: constant', 'a.rb', "PHRASE = 'made-up'\ntoken = JWT.encode(payload, PHRASE)\n", [['PHRASE', 'made-up']]],
  ['Java: constant', 'A.java', 'class A { static final String PHRASE = "made-up"; String f() { return b.signWith(SignatureAlgorithm.HS512, PHRASE).compact(); } }', [['PHRASE', 'made-up']]],
  ['Java: bytes of a constant', 'A.java', 'class A { static final String PHRASE = "made-up"; Algorithm a = Algorithm.HMAC512(PHRASE.getBytes()); }', [['PHRASE', 'made-up']]],
  ['Java: decoded constant', 'A.java', 'class A { static final String PHRASE = "made-up"; Key k() { return Keys.hmacShaKeyFor(Decoders.BASE64.decode(PHRASE)); } }', [['PHRASE', 'made-up']]],
  ['Java: Nimbus', 'A.java', 'class A { JWSSigner s = new MACSigner("made-up"); }', [['jwt.encode', 'made-up']]],
  ['Java: Spring', 'A.java', 'class A { static final String PHRASE = "made-up"; D d() { return NimbusJwtDecoder.withSecretKey(new SecretKeySpec(PHRASE.getBytes(), "HmacSHA256")).build(); } }', [['PHRASE', 'made-up']]],
  ['Java: Hutool', 'A.java', 'class A { String t = JWTUtil.createToken(claims, "made-up".getBytes()); }', [['jwt.encode', 'made-up']]],
  ['Kotlin: value', 'A.kt', 'fun f() { val phrase = "made-up"; verifier(JWT.require(Algorithm.HMAC256(phrase)).build()) }', [['phrase', 'made-up']]],
  ['C#: variable', 'A.cs', 'class A { void F() { string phrase = "made-up"; var k = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(phrase)); } }', [['phrase', 'made-up']]],
  ['C#: bytes of UTF-8', 'A.cs', 'class A { SymmetricSecurityKey K = new SymmetricSecurityKey(\n  "made-up"u8.ToArray()\n); }', [['jwt.encode', 'made-up']]],
  ['C#: variable with bytes of UTF-8', 'A.cs', 'class A { void F() { var phrase = "made-up"u8.ToArray(); var k = new SymmetricSecurityKey(phrase); } }', [['phrase', 'made-up']]],
  ['Java: constant that is encoded', 'A.java', 'class A { static final String PHRASE = TextCodec.BASE64.encode("made-up"); String f() { return b.signWith(SignatureAlgorithm.HS512, PHRASE).compact(); } }', [['PHRASE', 'made-up']]],
  ['Java: encoded where it is used', 'A.java', 'class A { String f() { return b.signWith(HS256, Base64.getEncoder().encodeToString("made-up".getBytes())).compact(); } }', [['jwt.encode', 'made-up']]],
  ['Python: constant that is encoded', 'a.py', 'import jwt\nPHRASE = base64.b64encode(b"made-up")\njwt.encode(claims, PHRASE)', [['PHRASE', 'made-up']]],
  ['Rust: constant', 'a.rs', 'const PHRASE: &[u8] = b"made-up";\nfn f() { encode(&h, &c, &EncodingKey::from_secret(PHRASE)) }', [['PHRASE', 'made-up']]],
]); // prettier-ignore

it.each([
  ['A.cs', 'var key = Encoding.ASCII.GetBytes(_appSettings.Phrase);\nvar k = new SymmetricSecurityKey(key);', ['Phrase']],
  ['a.php', "<?php\nuse Ahc\\Jwt\\JWT;\n$jwt = new JWT(System::getEnv('PHRASE'), 'HS256');", ['PHRASE']],
  ['a.php', "<?php\nJWT::encode($claims, $this->config->phrase, 'HS256');", ['phrase']],
  ['a.go', 'token.SignedString([]byte(cfg.Phrase))', ['Phrase']],
  ['settings.py', "SECRET_KEY = env('X')\nINSTALLED_APPS = ['rest_framework_simplejwt']\n", ['SECRET_KEY']],
  ['settings.py', "SIMPLE_JWT = {'SIGNING_KEY': env('JWT_KEY')}\nINSTALLED_APPS = ['rest_framework_simplejwt']\n", []],
  ['settings.py', "SIMPLE_JWT = {'SIGNING_KEY': SECRET_KEY}\nINSTALLED_APPS = ['rest_framework_simplejwt']\n", ['SECRET_KEY']],
  ['settings.py', "REST_FRAMEWORK = {'CLASSES': ('rest_framework_jwt.authentication.JSONWebTokenAuthentication',)}\n", ['SECRET_KEY']],
  ['urls.py', 'from rest_framework_simplejwt.views import TokenObtainPairView\n', []],
] as const)('setting that reaches a key: %s %s', (file, text, names) => {
  const { settingUses } = collectFacts(file, text, () => null).facts;
  expect([...new Set(settingUses.map(({ name }) => name))]).toEqual(names);
}); // prettier-ignore
