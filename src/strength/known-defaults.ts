/** Values published by one source: where, in words that tell nothing of the values, and which. */
export type KnownGroup = readonly [origin: string, values: readonly string[]];

/**
 * Defaults, examples and tutorial keys that are published, and that were seen in projects which run them. Each was looked up
 * in the documentation, template or specification that it is said to be from, or in public code that copied it.
 */
export const KNOWN_DEFAULTS: readonly KnownGroup[] = [
  ['documentation and tutorials everywhere', [
    'secret',
    '12345678901234567890123456789012',
    'change-me-in-production',
    '0123456789abcdef0123456789abcdef',
    '01234567890123456789012345678901',
    'your-super-secret-jwt-key-change-this-in-production',
    'default-secret',
    'changeme',
    'change-me',
    'changeit',
    'your_jwt_secret',
    'your_secret_key',
    'mysecretkey',
    'fallback-secret',
    'fallback_secret',
    'dev-secret',
    'topsecret',
  ]],
  ['project templates and examples', [
    'password',
    'secret_key',
    'your-secret-key',
    'secretkey',
    'test-secret',
    'your-secret',
    'jwt-secret',
    'testSecret',
    'test-secret-key',
    'my-secret-key',
    'your_jwt_secret_key',
    'superSecret',
    'mySecret',
    'SuperSecret',
    'super-secret-key',
    'dummy-secret',
    'my$ecretK3y',
  ]],
  ['RuoYi', [
    'abcdefghijklmnopqrstuvwxyz',
  ]],
  ['the NestJS documentation', [
    'DO NOT USE THIS VALUE. INSTEAD, CREATE A COMPLEX SECRET AND KEEP IT SAFE OUTSIDE OF THE SOURCE CODE.',
    'secretKey',
  ]],
  ['the NestJS RealWorld example', [
    'secret-key',
  ]],
  ['Java JWT tutorials', [
    '404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970',
    '9a02115a835ee03d5fb83cd8a468ea33e4090aaaec87f53c9fa54512bbef4db8dc656c82a315fa0c785c08b0134716b81ddcd0153d2a7556f2e154912cf5675f',
    '5367566B59703373367639792F423F4528482B4D6251655468576D5A71347437',
    '======================BezKoder=Spring===========================',
    '04ca023b39512e46d0c2cf4b48d5aac61d34302994c87ed4eff225dcf3b0a218739f3897051a057f9b846a69ea2927a587044164b7bae5e1306219d50b588cb1',
    '926D96C90030DD58429D2751AC1BDBBC',
    'afafasfafafasfasfasfafacasdasfasxASFACASDFACASDFASFASFDAFASFASDAADSCSDFADCVSGCFVADXCcadwavfsfarvf',
    'daf66e01593f61a15b857cf433aae03a005812b31234e149036bcc8dee755dbb',
    '3cfa76ef14937c1c0ea519f8fc057a80fcd04a7420f8e8bcd0a7567c272e007b',
    'jwtSecretKey',
  ]],
  ['ASP.NET JWT tutorials', [
    'THIS IS USED TO SIGN AND VERIFY JWT TOKENS, REPLACE IT WITH YOUR OWN SECRET, IT CAN BE ANY STRING',
    'JWTAuthenticationHIGHsecuredPasswordVVVp1OH7Xzyr',
    'ByYM000OLlMQG6VVVp1OH7Xzyr7gHuw1qvUC5dcGt3SNM',
    'IxrAjDoa2FqElO7IhrSrUJELhUckePEPVpaePlS_Xaw',
    'PDv7DrqznYL6nv7DrqzjnQYO9JxIsWdcjnQYL6nu0f',
    'C1CF4B7DC4C4175B6618DE4F55CA4',
    'db3OIsj+BXE9NZDy0t8W3TcNekrF+2d/1sFnWG4HnV8TZY30iTOdtVWJG8abWvB1GlOgJuQZdcF2Luqm/hccMw==',
    'mysupersecret_secretkey!123',
    'superSecretKey@345',
    'DhftOS5uphK3vmCJQrexST1RsyjZBjXWRgJMFPU4',
    '401b09eab3c013d4ca54922bb802bec8fd5318192b0a75f201d8b3727429090fb337591abd3e44453b954555b7a0812e1081c39b740293f765eae731f5a65ed1',
    'fvh8456477hth44j6wfds98bq9hp8bqh9ubq9gjig3qr0[94vj5',
  ]],
  ['eladmin', [
    'ZmQ0ZGI5NjQ0MDQwY2I4MjMxY2Y3ZmI3MjdhN2ZmMjNhODViOTg1ZGE0NTBjMGM4NDA5NzYxMjdjOWMwYWRmZTBlZjlhNGY3ZTg4Y2U3YTE1ODVkZDU5Y2Y3OGYwZWE1NzUzNWQ2YjFjZDc0NGMxZWU2MmQ3MjY1NzJmNTE0MzI=',
  ]],
  ['Nacos', [
    'SecretKey012345678901234567890123456789012345678901234567890123456789',
  ]],
  ['API Platform', [
    '!ChangeThisMercureHubJWTSecretKey!',
    '!ChangeMe!',
  ]],
  ['an Auth0 sample', [
    'GQDstcKsx0NHjPOuXOYg5MbeJ1XT0uFiwDVvVBrk',
  ]],
  ['express-rest-boilerplate', [
    'bA2xcjpf8y5aSUFsNB2qN5yymUBSs6es3qHoFpGkec75RCeBb8cpKauGefw5qy4',
  ]],
  ['the FastAPI documentation', [
    '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7',
  ]],
  ['LibreChat', [
    '16f8c0ef4a5d391b26034086c628469d3f9f497f08163ab9b40137092f2909ef',
    'f34be427ebb29de8d88c107a71546019685ed8b241d8f2ed00c3df97ad2566f0',
    'eaa5191f2914e30b9387fd84e254e4ba6fc51b4654968a9b0803b456a54b8418',
  ]],
  ['eShopOnWeb', [
    'SecretKeyOfDoomThatMustBeAMinimumNumberOfBytes',
  ]],
  ['the NocoDB documentation', [
    '569a1821-0a93-45e8-87ab-eb857f20a010',
  ]],
  ['the Medusa and fastify-jwt documentation', [
    'supersecret',
  ]],
  ['the Directus documentation', [
    '255d861b-5ea1-5996-9aa3-922530ec40b1',
    '6116487b-cda1-52c2-b5b5-c8022c45e263',
  ]],
  ['Infisical', [
    '6c1fe4e407b8911c104518103505b218',
    '5lrMXKKWCVocS/uerPsl7V+TX/aaUaI7iDkgl3tSmLE=',
    '3679e04ca949f914c03332aaaeba805a',
  ]],
  ['Dify', [
    'sk-9f73s3ljTXVcMT3Blb3ljTqtsKiGHXVcMT3BlbkFJLK7U',
  ]],
  ['the ZITADEL documentation', [
    'MasterkeyNeedsToHave32Characters',
  ]],
  ['the Centrifugo documentation', [
    'bbe7d157-a253-4094-9759-06a8236543f9',
  ]],
  ['Nhost', [
    '0f987876650b4a085e64594fae9219e7781b17506bec02489ad061fba8cb22db',
  ]],
  ['Dubbo Admin', [
    '86295dd0c4ef69a1036b0b0c15158d77',
  ]],
  ['the documentation of several JWT libraries', [
    'my-32-character-ultra-secure-and-ultra-long-secret',
  ]],
  ['the Spring RealWorld example', [
    'nRvyYC4soFxBdZ-F-5Nnzz5USXstR1YylsTd-mA0aKtI9HUlriGrtkf-TiuDapkLiUCogO3JOK7kwZisrHp6wA',
  ]],
  ['the jwt.io debugger', [
    'a-string-secret-at-least-256-bits-long',
    'your-256-bit-secret',
    'your-384-bit-secret',
    'your-512-bit-secret',
    'a-valid-string-secret-that-is-at-least-384-bits-long-in-size',
    'a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long',
  ]],
  ['the Hasura documentation', [
    '3EK6FD+o0+c7tzBNVfjpMkNDi2yARAAKzQlk8O2IKoxQu4nF7EdAh8s3TwpHwrdWT6R',
  ]],
  ['the jsonwebtoken documentation', [
    'shhhhh',
  ]],
  ['Trigger.dev', [
    '2818143646516f6fffd707b36f334bbb',
  ]],
  ['the FastAPI project template', [
    'changethis',
  ]],
  ['Budibase and GoTrue', [
    'testsecret',
  ]],
  ['RFC 7515', [
    'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  ]],
  ['the express-jwt documentation', [
    'shhhhhhared-secret',
  ]],
  ['the express-session documentation', [
    'keyboard cat',
  ]],
  ['the Nacos documentation', [
    'VGhpc0lzTXlDdXN0b21TZWNyZXRLZXkwMTIzNDU2Nzg=',
  ]],
  ['Go JWT tutorials', [
    'my_secret_key',
  ]],
  ['RFC 7520', [
    'hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg',
  ]],
  ['the Hono documentation', [
    'it-is-very-secret',
    'mySecretKey',
  ]],
  ['Spring Boot applications', [
    '9a4f2c8d3b7a1e6f4c5d2b3a4f5e6d7c8b9a0e1f2c3d4e5f6a7b8c9d0e1f2a3b',
  ]],
  ['RFC 7516', [
    'GawgguFyGrWKav7AX4VKUg',
  ]],
  ['RFC 7517', [
    'FdFYFzERwC2uCBB46pZQi4GG85LujR8obt-KWRBICVQ',
  ]],
  ['Supabase', [
    'super-secret-jwt-token-with-at-least-32-characters-long',
    'your-super-secret-jwt-token-with-at-least-32-characters-long',
  ]],
  ['Apache Superset', [
    'CHANGE_ME_TO_A_COMPLEX_RANDOM_SECRET',
    'TEST_NON_DEV_SECRET',
  ]],
  ['the golang-jwt documentation', [
    'AllYourBase',
  ]],
  ['Node.js project templates', [
    'thisisasamplesecret',
  ]],
  ['LoopBack', [
    'myjwts3cr3t',
  ]],
  ['an IoT platform', [
    'thingsboardDefaultSigningKey',
  ]],
  ['the Micronaut documentation', [
    'pleaseChangeThisSecretForANewOne',
  ]],
  ['the Grails documentation', [
    'qrD6h8K6S9503Q06Y6Rfk21TErImPYqa',
  ]],
  ['the jose documentation', [
    'cc7e0d44fd473002f1c42167459001140ec6389b7353f8088f4d9a95f2f596f2',
  ]],
  ['the documentation of lcobucci/jwt', [
    'mBC5v1sOKVvbdEitdSBenu59nfNfhwkedkJVNabosTw=',
  ]],
  ['the Elysia documentation', [
    'Fischl von Luftschloss Narfidort',
  ]],
  ['Open WebUI', [
    't0p-s3cr3t',
  ]],
  ['the Authelia documentation', [
    'a_very_important_secret',
  ]],
  ['Netlify GoTrue', [
    'CHANGE-THIS! VERY IMPORTANT!',
  ]],
  ['an MQTT broker', [
    'emqxsecret',
  ]],
  ['Hoppscotch', [
    'secret1233',
  ]],
  ['Twenty', [
    'replace_me_with_a_random_string',
  ]],
  ['ChirpStack', [
    'you-must-replace-me',
  ]],
  ['a chat server', [
    'openIM123',
  ]],
  ['the go-zero documentation', [
    'uOvKLmVfztaXGpNYd4Z0I1SiT7MweJhl',
  ]],
  ['the Prisma examples', [
    'appsecret321',
  ]],
  ['Node.js courses and tutorials', [
    'GraphQL-is-aw3some',
    'secret_this_should_be_longer',
    'supersecret_dont_share',
    'somesupersecretsecret',
    'thisismynewcourse',
    'topSecret51',
    'my-ultra-secure-and-ultra-long-secret',
    'mysecrettoken',
    'bezkoder-secret-key',
  ]],
  ['Spring JWT tutorials', [
    'JWTSuperSecretKey',
    'SecretKeyToGenJWTs',
    'bezKoderSecretKey',
    'javainuse',
    'mysecretkeymysecretkeymysecretkey',
  ]],
  ['the documentation of hapi plugins', [
    'NeverShareYourSecret',
    'some_shared_secret',
  ]],
  ['the documentation of firebase/php-jwt', [
    'example_key_of_sufficient_length',
  ]],
  ['an admin template for Spring Boot', [
    'f4e2e52034348f86b67cde581c0f9eb5',
    'f4e2e52034348f86b67cde581c0f9eb5[www.renren.io]',
  ]],
  ['a shop for Spring Boot', [
    'mall-admin-secret',
    'mall-portal-secret',
  ]],
  ['the PostgREST documentation', [
    'reallyreallyreallyreallyverysafe',
  ]],
  ['a video conference server', [
    'my_jitsi_app_secret',
  ]],
  ['Strapi', [
    'tobemodified',
  ]],
  ['an admin template for Go', [
    'qmPlus',
  ]],
  ['the Flask-JWT-Extended documentation', [
    'super-secret',
  ]],
]; // prettier-ignore

/** Hashes of the empty string and of the first words anybody tries: hashing a weak secret does not make it strong. */
export const KNOWN_HASHES: readonly KnownGroup[] = [
  ['the MD5 hash of nothing', [
    'd41d8cd98f00b204e9800998ecf8427e',
  ]],
  ['the MD5 hash of a common password', [
    '5ebe2294ecd0e0f08eab7690d2a6ee69',
    '5f4dcc3b5aa765d61d8327deb882cf99',
    '098f6bcd4621d373cade4e832627b4f6',
    'e10adc3949ba59abbe56e057f20f883e',
    '21232f297a57a5a743894a0e4a801fc3',
    'cfd61b8a7397fa7c10b2ae548f5bfaef',
    '4cb9c8a8048fd02294477fcb1a41191a',
    '06c219e5bc8378f3a8a3f83b4b7e4649',
    '3c6e0b8a9c15224a8228b9a98ca1531d',
    '610a2ee688cda9e724885e23cd2cfdee',
    '5d41402abc4b2a76b9719d911017c592',
    '25d55ad283aa400af464c76d713c07ad',
    'd8578edf8458ce06fbc5bb76a58c5ca4',
    '827ccb0eea8a706c4c34a16891f84e7b',
    '25f9e794323b453885f5181f1b624d0b',
    '482c811da5d5b4bc6d497ffa98491e38',
    '5d7845ac6ee7cfffafc5fe5f35cf666d',
    '9a618248b64db62d15b300a07b00580b',
    'c728181f0400fa2cc9be4f5024e91242',
    '3baa2d1cc92797f836f90b47e6eea575',
    '94a08da1fecbb6e8b46990538c7b50b2',
    '63a9f0ea7bb98050796b649e85481845',
    '34d2e4255c8e6beb3c42f24dfd7e6da9',
    '826657a98e396172f8aed51d110d529d',
  ]],
  ['the SHA-1 hash of nothing', [
    'da39a3ee5e6b4b0d3255bfef95601890afd80709',
  ]],
  ['the SHA-1 hash of a common password', [
    'e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4',
    '5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8',
    'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
    '7c4a8d09ca3762af61e59520943dc26494f8941b',
    'd033e22ae348aeb5660fc2140aec35850c4da997',
    '5038e18712161fca54e52805726d3c70b296eff6',
    'fa9beb99e4029ad5a6615399e7bbae21356086b3',
    'e9fe51f94eadabf54dbf2fbbd57188b9abee436e',
    'a62f2225bf70bfaccbc7f1ef2a397836717377de',
    '9885f8af04289135df259e34bd22d17fe45ea81e',
    'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d',
    '7c222fb2927d828af22f592134e8932480637c0d',
    'b1b3773a05c0ed0176787a4f1574ff0075f7521e',
    '8cb2237d0679ca88db6464eac60da96345513964',
    'f7c3bc1d808e04732adf679965ccc34ca7ae3441',
    'cbfdac6008f9cab4083784cbd1874f76618d2a97',
    'f2b14f68eb995facb3a1c35287b778d5bd785511',
    'a761ce3a45d97e41840a788495e85a70d1bb3815',
    'c2d5177df2e8161f398a099222ce551d0594cd34',
    '68fb6e3c36a6d8c8de0d4de14b3e82ccf269e1ff',
    'ee977806d7286510da8b9a7492ba58e2484c0ecc',
    'dc76e9f0c0006e8f919e0c515c66dbba3982f785',
    '17f8341226dbfd4f2ef424c64a475f1bb2e7c9b0',
    '33f220dd67f717cc949db63e21c90e130a6137da',
  ]],
  ['the SHA-256 hash of nothing', [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ]],
  ['the SHA-256 hash of a common password', [
    '2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b',
    '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
    '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92',
    '8c6976e5b5410415bde908bd4dee15dfb167a9c873fc4bb8a81f6f2ab448a918',
    'fc93cb07e1ad92898527100e58a1cf1d1e7f65e9a266a6f87f3c84feb541c7b3',
    '057ba03d6c44104863dc7361fe4578965d1887360f90a0895882e58a6248fc86',
    '652c7dc687d98c9889304ed2e408c74b611e86a40caa51c4b43f1dd5913c5cd0',
    '2c70e12b7a0646f92279f427c7b38e7334d8e5389cff167a1dc30e73f826b683',
    'ad165b11320bc91501ab08613cc3a48a62a6caca4d5c8b14ca82cc313b3b96cd',
    '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824',
    'ef797c8118f02dfb649607dd5d3f8c7623048c9c063d532cc95c5ed7a898a64f',
    '65e84be33532fb784c48129675f9eff3a682b27168c0ea744b2cf58ee02337c5',
    '5994471abb01112afcc18159f6cc74b4f511b99806da59b3caf5a9c173cacfc5',
    '15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225',
    'ef92b778bafe771e89245b89ecbc08a44a4e166c06659911881f383d4473e94f',
    'fcf730b6d95236ecd3c9fc2d92d7b6b2bb061514961aec041d6c7a7192f592e4',
    'f75778f7425be4db0369d09af37a6c2b9a83dea0e53e7bd57412e4b060e607f7',
    'e88040e7d0052eeb5dcf0fd834e4835ff329b275e6a9889058e8d16c38da9514',
    'f44ef9e360834c4e49dc3cc321d8fa6f9750212362e90166e0c4bcd99d87e81a',
    '3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0',
    '4813494d137e1631bba301d5acab6e7bb7aa74ce1185d456565ef51d737677b2',
    '2afe16a6d630d94cd07c68d5e35568655bf5f60bef29c4f1321fc857816afec9',
    '048af2438891a89a3536ac09cc96ccbd34a1714e88cf8fdb63e6186dcc3ff89d',
  ]],
  ['the SHA-512 hash of nothing', [
    'cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e',
  ]],
  ['the SHA-512 hash of a common password', [
    'bd2b1aaf7ef4f09be9f52ce2d8d599674d81aa9d6a4421696dc4d93dd0619d682ce56b4d64a9ef097761ced99e0f67265b5f76085e5b0ee7ca4696b2ad6fe2b2',
    'b109f3bbbc244eb82441917ed06d618b9008dd09b3befd1b5e07394c706a8bb980b1d7785e5976ec049b46df5f1326af5a2ea6d103fd07c95385ffab0cacbc86',
    'ee26b0dd4af7e749aa1a8ee3c10ae9923f618980772e473f8819a5d4940e0db27ac185f8a0e1d5f84f88bc887fd67b143732c304cc5fa9ad8e6f57f50028a8ff',
    'ba3253876aed6bc22d4a6ff53d8406c6ad864195ed144ab5c87621b6c233b548baeae6956df346ec8c17f5ea10f35ee3cbc514797ed7ddd3145464e2a0bab413',
    'c7ad44cbad762a5da0a452f9e854fdc1e0e7a52a38015f23f3eab1d80b931dd472634dfac71cd34ebc35d16ab7fb8a90c81f975113d6c7538dc69dd8de9077ec',
    '34922eacdc17c79513051959722cf4bb3e98342557e8aff2bb7d6085b288ad8f01b344f045c6837477c5cc11fdcb26fe25980d43aa48580168508b9ef7bffe30',
    'f1891cea80fc05e433c943254c6bdabc159577a02a7395dfebbfbc4f7661d4af56f2d372131a45936de40160007368a56ef216a30cb202c66d3145fd24380906',
    '7b6f7690ae2a5ecdf66b3db2adf91340a680da1ab82561796b8504db942476967369814aa35050dd86838848c1ba703450f2f5e21b0a8e4cff690b855ae5bd8c',
    '8335fa56d487562de248f47befc72743334051ddffcc2c09275f665454990317594745ee17c08f798cd7dce0ba8155dcda14f6398c1d1545116520a133017c09',
    '868f0b12c07ef6307d0721bd7851031ebd6be944237603868308341298df5925fa5a03bde4b00c66776a39258582301d5fe58aed6154daef0ae0d772d73ab98c',
    '9b71d224bd62f3785d96d46ad3ea3d73319bfbc2890caadae2dff72519673ca72323c3d99ba5c11d7c7acc6e14b8c5da0c4663475c2e5c3adef46f73bcdec043',
    'fa585d89c851dd338a70dcf535aa2a92fee7836dd6aff1226583e88e0996293f16bc009c652826e0fc5c706695a03cddce372f139eff4d13959da6f1f5d3eabe',
    '0dd3e512642c97ca3f747f9a76e374fbda73f9292823c0313be9d78add7cdd8f72235af0c553dd26797e78e1854edee0ae002f8aba074b066dfce1af114e32f8',
    '3627909a29c31381a071ec27f7c9ca97726182aed29a7ddd2e54353322cfb30abb9e3a6df2ac2c20fe23436311d678564d0c8d305930575f60e2d3d048184d79',
    'd9e6762dd1c8eaf6d61b3c6192fc408d4d6d5f1176d0c29169bc24e71c3f274ad27fcd5811b313d681f7e55ec02d73d499c95455b6b5bb503acf574fba8ffe85',
    'bed4efa1d4fdbd954bd3705d6a2a78270ec9a52ecfbfb010c61862af5c76af1761ffeb1aef6aca1bf5d02b3781aa854fabd2b69c790de74e17ecfec3cb6ac4bf',
    '348735696e74c45e7fbf9c6839d87f891486d19e5059db7e397d5086e486dc0051a533752805dc9288463673f0a6fcbf2a655548738a85305b2d571bae44a71e',
    '38221f3553236a28300b859c399a6e0cdc691b7c625bf23162c79c241a65635a348ffeb27f47a20cba5ee7a7c67ac2dfb686100dcd3abd7e4663cfacd9b25f80',
    'ba90125bfd8b6d6db3ef8b49a23398be3f8926ef99fe56c26a9f6f3ed07078cbaa2dd9f907d60ee8f7e5aa67f55eeb087afa55f35cad47e8c041a4081c072be4',
    'd5646ec246582731b19e7a9e4bf53c2705daf778670e94aec6d776dd724a02ce9ce2f0a911c4551116b33fc21bb9342f4accf18f56a2f874243e7ea343fc3f90',
    '2265daba0872fc3aef169d079365e590f0cbc8ed46c2a7984c8a642803cfd96cb47804a63cf22a79f6ca469268c29ee9e72a5059b62d0a598fe42dfc8dcc51bc',
    '99adc231b045331e514a516b4b7680f588e3823213abe901738bc3ad67b2f6fcb3c64efb93d18002588d3ccc1a49efbae1ce20cb43df36b38651f11fa75678e8',
    'dc102045ae09982e953c44c17e207c6efa49fc4b0156f3ad5b403ae2cb521bb081794c3001f9424ad399b3a695a5a11592b13355d3d5f81aca999b0d39bb06e8',
    '273f24e8b6eb9ba7fd2b398e635ad1e2ffecf5cf726c1686bc522dd28100803edbd9ffcf560c03d2173589c7b5c0b09eb32bf8f8c58e771d469a3db2c21a65dc',
  ]],
]; // prettier-ignore
