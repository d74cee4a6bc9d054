import type { Library } from '../types.ts';

/** https://github.com/auth0/jwt-decode reads claims and verifies nothing. */
export const jwtDecode: Library = {
  name: 'jwt-decode',
  modules: ['jwt-decode', 'jwt-decode/build/esm/index.js'],
  entries: [
    { name: 'jwtDecode', members: ['', 'jwtDecode'], invoked: 'call', operation: 'decode', token: '0' },
  ],
};

/** https://github.com/awslabs/aws-jwt-verify pins by itself to asymmetric algorithms; run as 5.2.1. */
export const awsJwtVerify: Library = {
  name: 'aws-jwt-verify',
  modules: ['aws-jwt-verify', 'aws-jwt-verify/jwt', 'aws-jwt-verify/jwt-rsa', 'aws-jwt-verify/jwk'],
  entries: [
    {
      name: 'verifier.verify',
      members: [
        'CognitoJwtVerifier.create.().verify',
        'CognitoJwtVerifier.create.().verifySync',
        'JwtVerifier.create.().verify',
        'JwtVerifier.create.().verifySync',
        'JwtRsaVerifier.create.().verify',
        'JwtRsaVerifier.create.().verifySync',
        'AlbJwtVerifier.create.().verify',
      ],
      invoked: 'call',
      operation: 'verify',
      token: '0',
    },
    {
      name: 'create',
      members: ['CognitoJwtVerifier.create', 'JwtVerifier.create', 'JwtRsaVerifier.create'],
      invoked: 'call',
      operation: 'configure',
      lenient: [
        { at: '0.graceSeconds', what: 'tolerance', when: { above: 300, unit: 'seconds' } },
      ],
    },
    {
      name: 'decomposeUnverifiedJwt',
      members: ['decomposeUnverifiedJwt'],
      invoked: 'call',
      operation: 'decode',
      token: '0',
    },
  ],
}; // prettier-ignore

/** https://github.com/googleapis/google-auth-library-nodejs: keys come from Google, the algorithm is theirs. */
export const googleAuthLibrary: Library = {
  name: 'google-auth-library',
  modules: ['google-auth-library'],
  entries: [
    {
      name: 'verifyIdToken',
      members: ['OAuth2Client.#.verifyIdToken'],
      invoked: 'call',
      operation: 'verify',
      token: '0.idToken',
    },
  ],
};

/** https://github.com/auth0/node-jwks-rsa: two of its helpers answer with no key where they find none (3.2.2 and 4.1.0 were run). */
export const jwksRsa: Library = {
  name: 'jwks-rsa',
  modules: ['jwks-rsa'],
  keys: [
    { members: ['expressJwtSecret', 'passportJwtSecret'], kind: 'key-set', mayAnswerNothing: true },
    { members: ['koaJwtSecret', 'hapiJwt2Key', 'hapiJwt2KeyAsync'], kind: 'key-set' },
  ],
  entries: [],
};
