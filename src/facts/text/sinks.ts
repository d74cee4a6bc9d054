/** A call of another language's JWT library that takes the key. */
export interface Sink {
  readonly library: string;
  readonly entry: string;
  readonly operation: 'sign' | 'verify' | 'configure';
  /** Ends with the bracket that opens the arguments. */
  readonly call: RegExp;
  /** Which argument is the key. */
  readonly argument: number;
}

/** Sources: the documentation of PyJWT, python-jose, firebase/php-jwt, ruby-jwt, golang-jwt, jjwt, java-jwt, Ktor, Microsoft.IdentityModel.Tokens, jsonwebtoken (Rust). */
export const SINKS: readonly Sink[] = [
  { library: 'PyJWT', entry: 'jwt.encode', operation: 'sign', call: /\bjwt\.encode\s{0,3}\(/g, argument: 1 },
  { library: 'PyJWT', entry: 'jwt.decode', operation: 'verify', call: /\bjwt\.decode\s{0,3}\(/g, argument: 1 },
  { library: 'php-jwt', entry: 'JWT::encode', operation: 'sign', call: /\bJWT::encode\s{0,3}\(/g, argument: 1 },
  { library: 'php-jwt', entry: 'Key', operation: 'verify', call: /\bnew\s{1,3}Key\s{0,3}\(/g, argument: 0 },
  { library: 'ruby-jwt', entry: 'JWT.encode', operation: 'sign', call: /\bJWT\.encode(?:\s{0,3}\(| {1,3})/g, argument: 1 },
  { library: 'ruby-jwt', entry: 'JWT.decode', operation: 'verify', call: /\bJWT\.decode(?:\s{0,3}\(| {1,3})/g, argument: 1 },
  { library: 'golang-jwt', entry: 'SignedString', operation: 'sign', call: /\.SignedString\s{0,3}\(/g, argument: 0 },
  { library: 'jjwt', entry: 'signWith', operation: 'sign', call: /\.signWith\s{0,3}\(\s{0,20}(?:SignatureAlgorithm\.\w{5},\s{0,20})?/g, argument: 0 },
  { library: 'jjwt', entry: 'setSigningKey', operation: 'verify', call: /\.(?:setSigningKey|verifyWith)\s{0,3}\(/g, argument: 0 },
  { library: 'jjwt', entry: 'hmacShaKeyFor', operation: 'configure', call: /\bhmacShaKeyFor\s{0,3}\(/g, argument: 0 },
  { library: 'java-jwt', entry: 'Algorithm.HMAC', operation: 'configure', call: /\bAlgorithm\.HMAC(?:256|384|512)\s{0,3}\(/g, argument: 0 },
  { library: 'IdentityModel', entry: 'SymmetricSecurityKey', operation: 'configure', call: /\bSymmetricSecurityKey\s{0,3}\(/g, argument: 0 },
  { library: 'jsonwebtoken (Rust)', entry: 'from_secret', operation: 'configure', call: /\b(?:En|De)codingKey::from_(?:base64_)?secret\s{0,3}\(/g, argument: 0 },
]; // prettier-ignore
const ANY_SINK =
  /\bjwt\.(?:en|de)code|\bJWT(?:::|\.)(?:en|de)code|\.SignedString|\.signWith|\.setSigningKey|\.verifyWith|hmacShaKeyFor|Algorithm\.HMAC|SymmetricSecurityKey|codingKey::from_/;

export function mayHoldSinks(text: string): boolean {
  return ANY_SINK.test(text);
}
