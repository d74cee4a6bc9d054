/** Values published by one source: where, in words that tell nothing of the values, and which. */
export type KnownGroup = readonly [origin: string, values: readonly string[]];

/**
 * Defaults, examples and tutorial keys that are published, and that were seen in projects which run them. Facts of
 * their own, gathered from public documentation, templates and specifications.
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
    'my-secret',
    'fallback-secret',
    'fallback_secret',
    'dev-secret',
    'super_secret',
    'topsecret',
    'top_secret',
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
]; // prettier-ignore
