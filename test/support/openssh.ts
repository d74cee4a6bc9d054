/** OpenSSH's own format with made-up contents. */
export function openSsh(cipher: string): string {
  const string = (value: string | Buffer) => {
    const bytes = Buffer.from(value as string);
    return Buffer.concat([Buffer.from([0, 0, bytes.length >> 8, bytes.length & 255]), bytes]);
  };
  const publicKey = Buffer.concat([string('ssh-ed25519'), string(Buffer.alloc(32, 7))]);
  const parts = [
    Buffer.from('openssh-key-v1\0'),
    string(cipher),
    string('none'),
    string(''),
    Buffer.from([0, 0, 0, 1]),
    string(publicKey),
    string(Buffer.alloc(100, 9)),
  ];
  const body = Buffer.concat(parts).toString('base64').replace(/.{70}/g, '$&\n');
  return `-----BEGIN OPENSSH PRIVATE KEY-----\n${body}\n-----END OPENSSH PRIVATE KEY-----`;
}
