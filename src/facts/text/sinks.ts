/** A call of another language's JWT library that takes the key. */
export interface Sink {
  readonly library: string;
  readonly entry: string;
  readonly operation: 'sign' | 'verify' | 'configure';
  /** Ends with the bracket that opens the arguments. */
  readonly call: RegExp;
  /** Which argument is the key. */
  readonly argument: number;
  /** What else the text must say, where the call alone does not say enough. */
  readonly within?: RegExp;
}

/** Sources: the documentation of PyJWT, python-jose, firebase/php-jwt, ruby-jwt, golang-jwt, jjwt, java-jwt, Ktor, Microsoft.IdentityModel.Tokens, jsonwebtoken (Rust), adhocore/jwt, lcobucci/jwt, echo-jwt, gofiber/jwt, go-chi/jwtauth, Nimbus JOSE, Hutool, fastapi-users. */
const SINKS: readonly Sink[] = [
  { library: 'PyJWT', entry: 'jwt.encode', operation: 'sign', call: /\bjwt\.encode\s{0,3}\(/g, argument: 1 },
  { library: 'PyJWT', entry: 'jwt.decode', operation: 'verify', call: /\bjwt\.decode\s{0,3}\(/g, argument: 1 },
  { library: 'php-jwt', entry: 'JWT::encode', operation: 'sign', call: /\bJWT::encode\s{0,3}\(/g, argument: 1 },
  { library: 'php-jwt', entry: 'Key', operation: 'verify', call: /\bnew\s{1,3}Key\s{0,3}\(/g, argument: 0 },
  { library: 'ruby-jwt', entry: 'JWT.encode', operation: 'sign', call: /\bJWT\.encode(?:\s{0,3}\(| {1,3})/g, argument: 1 },
  { library: 'ruby-jwt', entry: 'JWT.decode', operation: 'verify', call: /\bJWT\.decode(?:\s{0,3}\(| {1,3})/g, argument: 1 },
  { library: 'golang-jwt', entry: 'SignedString', operation: 'sign', call: /\.SignedString\s{0,3}\(/g, argument: 0 },
  { library: 'jjwt', entry: 'signWith', operation: 'sign', call: /\.signWith\s{0,3}\(\s{0,20}(?:(?:[\w.]{1,40}\.)?[HREP]S\d{3},\s{0,20})?/g, argument: 0 },
  { library: 'jjwt', entry: 'setSigningKey', operation: 'verify', call: /\.(?:setSigningKey|verifyWith)\s{0,3}\(/g, argument: 0 },
  { library: 'jjwt', entry: 'hmacShaKeyFor', operation: 'configure', call: /\bhmacShaKeyFor\s{0,3}\(/g, argument: 0 },
  { library: 'java-jwt', entry: 'Algorithm.HMAC', operation: 'configure', call: /\bAlgorithm\.HMAC(?:256|384|512)\s{0,3}\(/g, argument: 0 },
  { library: 'IdentityModel', entry: 'SymmetricSecurityKey', operation: 'configure', call: /\bSymmetricSecurityKey\s{0,3}\(/g, argument: 0 },
  { library: 'golang-jwt', entry: 'Keyfunc', operation: 'verify', call: /\*jwt\.Token\)\s{0,5}\((?:interface\{\}|any),\s{0,5}error\)\s{0,5}\{(?:(?!\bfunc\b|\n\s{0,20}\}\s{0,3}[,)])[\s\S]){0,500}?\breturn\s{1,5}(?!nil\b)/g, argument: 0 },
  { library: 'echo-jwt or gofiber/jwt', entry: 'SigningKey', operation: 'verify', call: /\bSigningKey:\s{0,5}(?:jwtware\.SigningKey\{[^{}]{0,60}?\bKey:\s{0,5})?/g, argument: 0, within: /echo-?jwt|jwtware|middleware\.JWT/ },
  { library: 'echo-jwt', entry: 'JWT', operation: 'verify', call: /\b(?:echojwt|middleware)\.JWT\s{0,3}\(/g, argument: 0 },
  { library: 'go-chi/jwtauth', entry: 'New', operation: 'configure', call: /\bjwtauth\.New\s{0,3}\(/g, argument: 1 },
  { library: 'adhocore/jwt', entry: 'JWT', operation: 'configure', call: /\bnew\s{1,3}\\?(?:Ahc\\Jwt\\)?JWT\s{0,3}\(/g, argument: 0, within: /Ahc\\Jwt/ },
  { library: 'lcobucci/jwt', entry: 'InMemory', operation: 'configure', call: /\bInMemory::(?:plainText|base64Encoded)\s{0,3}\(/g, argument: 0, within: /Lcobucci\\JWT/ },
  { library: 'fastapi-users', entry: 'JWTStrategy', operation: 'configure', call: /\bJWTStrategy\s{0,3}\(/g, argument: 0 },
  { library: 'Nimbus JOSE', entry: 'MACSigner', operation: 'sign', call: /\bnew\s{1,3}MAC(?:Signer|Verifier)\s{0,3}\(/g, argument: 0 },
  { library: 'Nimbus JOSE', entry: 'withSecretKey', operation: 'verify', call: /\bNimbus(?:Reactive)?JwtDecoder\s{0,20}\.withSecretKey\s{0,3}\(/g, argument: 0 },
  { library: 'Hutool', entry: 'JWTUtil', operation: 'configure', call: /\bJWTUtil\.(?:createToken|verify)\s{0,3}\(/g, argument: 1 },
  { library: 'jsonwebtoken (Rust)', entry: 'from_secret', operation: 'configure', call: /\b(?:En|De)codingKey::from_(?:base64_)?secret\s{0,3}\(/g, argument: 0 },
]; // prettier-ignore
const ANY_SINK =
  /\bjwt\.(?:en|de)code|\bJWT(?:::|\.)(?:en|de)code|\.SignedString|\.signWith|\.setSigningKey|\.verifyWith|hmacShaKeyFor|Algorithm\.HMAC|SymmetricSecurityKey|codingKey::from_|\*jwt\.Token\)|jwtware\.|echojwt\.|middleware\.JWT|jwtauth\.New|Ahc\\Jwt|Lcobucci\\JWT|JWTStrategy|\bMAC(?:Signer|Verifier)|\.withSecretKey|JWTUtil\.|rest_framework_(?:simple)?jwt|flask_jwt|JWT_SECRET_KEY/;

/** The calls that a text may hold. */
export function sinksIn(text: string): readonly Sink[] {
  return SINKS.filter(({ within }) => within?.test(text) ?? true);
}

export function mayHoldSinks(text: string): boolean {
  return ANY_SINK.test(text);
}
