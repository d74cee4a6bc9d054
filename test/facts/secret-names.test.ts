import { expect, test } from 'vitest';
import fc from 'fast-check';
import { classifyName, splitWords } from '../../src/facts/secret-names.ts';

const path = (name: string) => name.split('/');

test.each([
  'JWT_SECRET', 'jwtSecret', 'jwtSecretKey', 'JWT_SIGNING_KEY', 'JWT_KEY', 'JWT_ACCESS_SECRET', 'ACCESS_TOKEN_SECRET',
  'REFRESH_TOKEN_SECRET', 'accessSecret', 'TOKEN_SECRET', 'NEXTAUTH_SECRET', 'nextAuthSecret', 'AUTH_SECRET', 'jsonWebTokenSecret',
  'JSON_WEB_TOKEN_SECRET', 'jwt/secret', 'jwt/signing-key', 'auth/jwt/secretKey', 'HASURA_GRAPHQL_JWT_SECRET', 'SUPABASE_JWT_SECRET',
  'API_JWT_SECRET', 'SEGREDO_JWT', 'JWT_SECRETO', 'secretOrKey', 'secretOrPrivateKey', 'jwtPrivateKey', 'PAYLOAD_SECRET', 'jwtsecret',
  'jwtsecretkey', 'accesstokensecret', 'JWTSecret', 'JwtSettings/SecretKey', 'Jwt/Key', 'Jwt__Key', 'Jwt:Key', 'jwt.secret', 'JWT_SECRET_2',
  'JWT_SECRET_KEY_BASE64', 'SECRET_JWT', 'SECRET_KEY_JWT', 'secretForJwt', 'NEXT_PUBLIC_JWT_SECRET', 'VITE_JWT_SECRET', 'DEFAULT_JWT_SECRET',
  'OLD_JWT_SECRET', 'authentication/secret', 'auth/secret', 'token/secret', 'accessToken/secret', 'jwt/access/secret', 'jwt/secret/0',
  'env/JWT_SECRET/value', 'jwtSecret/production', 'secrets/jwt', 'jwtSecrets/access', 'services/webhook/environment/JWT_SECRET',
  'services/redis/environment/AUTH_SECRET', 'data/jwt-secret', 'ADMIN_JWT_SECRET', 'HS256_SECRET', 'JWT_HS512_KEY', 'JWT_PASSWORD',
  'CHAVE_JWT', 'claveJwt', 'cléJwt', 'JWT_SCHLÜSSEL', 'jwt密钥', 'JWT_AUTH_TOKEN_SECRET', 'JWT_REFRESH_SECRET_KEY', 'OAUTH_JWT_SECRET',
  'TOKEN_HMAC_SECRET_KEY', 'TOKEN_SIGNING_KEY', 'ACCESS_TOKEN_PRIVATE_KEY', 'RESET_PASSWORD_TOKEN_SECRET', 'IssuerSigningKey',
  'spring.security.jwt.secret', 'authSecretKey', 'security/jwt/token/secret-key', 'JWT_TOKEN_KEY', 'JWT_SECRET_TOKEN', 'MERCURE_PUBLISHER_JWT_KEY', 'LIVEKIT_API_SECRET',
])('%s is a JWT secret', (name) => {
  expect(classifyName(path(name))).toBe('jwt-secret');
}); // prettier-ignore

test.each([
  'SECRET', 'secret', 'SECRET_KEY', 'APP_SECRET', 'APP_KEY', 'PRIVATE_KEY', 'SIGNING_KEY', 'secretKey', 'secretkey', 'API_SECRET',
  'HMAC_SECRET', 'MY_SECRET', 'services/api/environment/SECRET_KEY', 'TOKEN_KEY', 'AUTH_KEY', 'SECRET_TOKEN', 'AppSettings/Secret', 'SECRET_STR',
  'DJANGO_SECRET_KEY', 'SECRET_KEY_BASE', 'BETTER_AUTH_SECRET', 'secretPhrase', 'masterKey', 'SESSION_TOKEN_SECRET', 'JWT_SIGNATURE',
])('%s is some secret', (name) => {
  expect(classifyName(path(name))).toBe('generic-secret');
}); // prettier-ignore

test.each([
  'COOKIE_SECRET', 'SESSION_SECRET', 'session/secret', 'CSRF_SECRET', 'WEBHOOK_SECRET', 'CLIENT_SECRET', 'clientSecret', 'clientsecret', 'client_secret_jwt', 'ClientAuthMethodPrivateKeyJWT', 'oAuthProviders/secret', 'oAuth2/secret', 'googleOAuth/secret',
  'GOOGLE_CLIENT_SECRET', 'GITHUB_SECRET', 'FB_SECRET', 'STRIPE_SECRET_KEY', 'AWS_SECRET_ACCESS_KEY', 'S3_SECRET', 'aws/secretKey', 'SMTP_SECRET',
  'EMAIL_SECRET', 'RECAPTCHA_SECRET_KEY', 'TURNSTILE_SECRET', 'ENCRYPTION_KEY', 'ENCRYPTION_SECRET', 'AES_KEY', 'TOTP_SECRET', 'OTP_SECRET',
  'MFA_SECRET', 'API_KEY', 'apiKey', 'PUBLIC_KEY', 'JWT_PUBLIC_KEY', 'DB_PASSWORD', 'REDIS_SECRET', 'ACCESS_KEY_ID', 'ACCESS_KEY',
  'JWT_SECRET_LENGTH', 'JWT_KEY_ALIAS', 'migrate-auth-secret', 'livekit/key', 'livekit/StreamKey', 'jwt/key-alias', 'LIVEKIT_API_KEY', 'access_policy/secret_permissions', 'auth/key_permissions/0', 'JWT_SECRET_NAME', 'JWT_SECRET_FILE', 'JWT_SECRET_ARN', 'JWT_EXPIRES_IN', 'jwtSecretRequired', 'JWT_TOKEN',
  'JWT_ALGORITHM', 'JWT_SECRET_ERROR', 'JWT_SECRET_MESSAGE', 'JWT_SECRET_LABEL', 'JWT_SECRET_PLACEHOLDER', 'JWT_SECRET_HEADER',
  'JWT_SECRET_ENV', 'JWT_SECRET_VAR', 'JWT_SECRET_PATH', 'JWT_SECRET_ID', 'JWT_KEY_ID', 'JWT_KID', 'JWT', 'token', 'key', 'monkey', 'JWT_STORAGE_KEY',
  'JWT_COOKIE_NAME', 'jwt/publicKey', 'jwt/issuer', 'jwt/expiration', 'TWITTER_ACCESS_TOKEN_SECRET', 'CSRF_TOKEN_SECRET', 'TOKEN_HASH_SECRET',
  'AUTH_GITHUB_SECRET', 'AUTH_AUTH0_SECRET', 'AUTH0_SECRET', 'AUTH_KEYCLOAK_SECRET', 'auth/google/secret', 'OAuthSecret', 'oauth2/secret',
  'getJwtSecret', 'MISSING_JWT_SECRET', 'isJwtSecretSet', 'generateJwtSecret', 'errors/jwtSecret', 'labels/jwt_secret', 'jwtSecretProvider',
  'minio/secretKey', 'hua-wei-obs/secret-key', 'accessKeySecret', 'oss/accessKeySecret', 'SECRETKEY_PATH', 'SECRETKEY_AWS_SECRET_KEY', 'UTILS_SECRET', 'SECRET_VAULT_KEK', 'JWT_CLIENT_SECRET',
  'JWT_WEBHOOK_SECRET', 'JWT_ENCRYPTION_KEY', 'secretOrKeyProvider', 'EXPRESS_SESSION_SECRET', 'SSH_PRIVATE_KEY', 'VAPID_PRIVATE_KEY',
  'GITHUB_APP_PRIVATE_KEY', 'ACCESS_TOKEN_VALIDITY_SEC', 'private_key_rotation_grace_period', 'secretary', 'keyboard', '', 'jwtHeaders',
  'properties/jwtSecret/description', 'JWT_REFRESH_TOKEN_EXPIRY_IN_MINUTES', 'TWO_FACTOR_2FA_SECRET',
])('%s is none', (name) => {
  expect(classifyName(path(name))).toBe('other');
}); // prettier-ignore

test('an empty path is none', () => expect(classifyName([])).toBe('other'));

test('words of mixed spellings', () => {
  expect(splitWords('myJWTSecretKey2')).toEqual(['my', 'jwt', 'secret', 'key2']);
  expect(splitWords('jwt-secret.key_name')).toEqual(['jwt', 'secret', 'key', 'name']);
  expect(splitWords('clientsecret')).toEqual(['client', 'secret']);
});

test('never throws, and is quick with names that are no names', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), (parts) => void classifyName(parts)));
  expect(classifyName(['jwtsecret'.repeat(1_000_000)])).toBe('other');
});
