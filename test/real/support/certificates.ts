/**
 * The bed's own certification authority.
 */
import type { Host } from './host.js';
import { assertSucceeded } from './process.js';

export interface Certificates {
  /** PEM of the authority, for `NODE_EXTRA_CA_CERTS`. */
  readonly authority: string;
  /** PEM of a leaf for the names, and of its key. */
  readonly leaf: string;
  readonly key: string;
}

/** Makes an authority and one leaf that all mail servers share. */
export async function createCertificates(host: Host, names: readonly string[]): Promise<Certificates> {
  const folder = '/var/lib/certificates';
  const alternatives = names.map((name) => `DNS:${name}`).join(',');
  host.write(`${folder}/leaf.ext`, `subjectAltName=${alternatives}\nbasicConstraints=CA:FALSE\n`);
  const newKey = '-newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes';
  const script = [
    `set -e; cd ${folder}`,
    `openssl req -x509 ${newKey} -keyout ca.key -out ca.pem -days 30 -subj '/CN=Test bed authority'`,
    `openssl req ${newKey} -keyout leaf.key -out leaf.csr -subj '/CN=${names[0]}'`,
    'openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 20 -extfile leaf.ext -out leaf.pem',
  ].join('\n');
  assertSucceeded('certificates', await host.run(script));
  return { authority: host.read(`${folder}/ca.pem`), leaf: host.read(`${folder}/leaf.pem`), key: host.read(`${folder}/leaf.key`) };
}

/** Puts leaf and key where the servers' configurations look for them. */
export function installCertificates(host: Host, certificates: Certificates): void {
  host.write('/etc/mail-tls/ca.pem', certificates.authority);
  host.write('/etc/mail-tls/leaf.pem', certificates.leaf);
  host.write('/etc/mail-tls/leaf.key', certificates.key);
}
