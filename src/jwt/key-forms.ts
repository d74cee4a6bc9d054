/** How the text of a secret becomes the bytes of a key. */
export type KeyForm = 'utf8' | 'base64' | 'base64url' | 'hex';

/**
 * How far a text is taken for an encoded key.
 *
 * - `text`: as it stands only, as the words of a list are
 * - `encoded`: decoded as well where all of it is hexadecimal or base64
 * - `lenient`: decoded also as lenient decoders do, which skip what is not of the alphabet
 */
export type KeyReading = 'text' | 'encoded' | 'lenient';

/** Longer texts are no secrets. */
const MAX_TEXT = 16 * 1024;
/** Laravel's and others' way to say how a value is written. */
const PREFIX = /^(?:base64|hex):/;

/** The keys that a text can mean, each once; the text as it stands first. Five at most. */
export function* keyForms(
  value: string,
  reading: KeyReading = 'lenient',
): Generator<readonly [KeyForm, Uint8Array]> {
  if (value === '' || value.length > MAX_TEXT) return;
  yield ['utf8', Buffer.from(value, 'utf8')];
  if (reading === 'text') return;
  const text = value.replace(PREFIX, '');
  if (text.length % 2 === 0 && /^[0-9a-f]+$/i.test(text)) yield ['hex', Buffer.from(text, 'hex')];
  if (reading === 'lenient' || /^[\w+/-]+={0,2}$/.test(text)) yield* base64Forms(text, reading);
}

function* base64Forms(text: string, reading: KeyReading): Generator<readonly [KeyForm, Uint8Array]> {
  // Node takes both alphabets, skips all other characters, and needs no padding.
  const node = Buffer.from(text, 'base64');
  if (node.length > 0) yield [/[-_]/.test(text) ? 'base64url' : 'base64', node];
  const jaxb = reading === 'lenient' ? decodeAsJaxb(text) : node;
  if (jaxb.length > 0 && !jaxb.equals(node)) yield ['base64', jaxb];
}

/**
 * Java's `DatatypeConverter.parseBase64Binary`, with which jjwt before 0.10 reads every secret: characters that are not of the
 * alphabet are skipped, and what does not fill a group of four at the end is lost.
 * https://github.com/jwtk/jjwt/blob/0.9.1/src/main/java/io/jsonwebtoken/impl/Base64Codec.java
 */
function decodeAsJaxb(text: string): Buffer {
  const letters = text.replace(/[^A-Z0-9+/]+/gi, '');
  const padding = /={0,2}$/.exec(text)?.[0].length ?? 0;
  const whole = letters.length + padding - ((letters.length + padding) % 4);
  return Buffer.from(letters.slice(0, whole), 'base64');
}
