import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

export type Certificate = { key: string; cert: string; fingerprint: string };

/** A throw-away certificate, and the fingerprint of its key by which Chromium can be told to accept it and no other. */
export async function makeCertificate(): Promise<Certificate> {
  const yesterday = new Date(Date.now() - 86_400_000);
  const nextWeek = new Date(Date.now() + 7 * 86_400_000);
  const made = await generate([{ name: 'commonName', value: 'fake-web' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: yesterday,
    notAfterDate: nextWeek,
  });
  const key = new X509Certificate(made.cert).publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: made.private,
    cert: made.cert,
    fingerprint: createHash('sha256').update(key).digest('base64'),
  };
}
