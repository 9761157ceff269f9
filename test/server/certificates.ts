// Certificates of the test's own: an authority, and a server that it vouches for under one name.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const openssl = (folder: string, ...args: readonly string[]): void => {
  execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
};

/** Makes an authority `<name>.pem` in a folder. */
export function makeAuthority(folder: string, name: string): string {
  const [key, pem] = [`${name}.key`, `${name}.pem`];
  const subject = ['-subj', `/CN=${name}`, '-days', '30'];
  openssl(folder, 'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', key, '-out', pem, ...subject);
  return join(folder, pem);
}

/** Makes a key and a certificate for a DNS name, signed by an authority of the folder. */
export function makeCertificate(
  folder: string,
  authority: string,
  dnsName: string,
): { readonly key: string; readonly certificate: string } {
  writeFileSync(join(folder, 'names'), `subjectAltName=DNS:${dnsName}\n`);
  openssl(
    folder,
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'server.key',
    '-out',
    'server.csr',
    '-subj',
    `/CN=${dnsName}`,
  );
  const signing = ['-CA', `${authority}.pem`, '-CAkey', `${authority}.key`, '-CAcreateserial', '-days', '30'];
  openssl(folder, 'x509', '-req', '-in', 'server.csr', '-out', 'server.crt', '-extfile', 'names', ...signing);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { key: read('server.key'), certificate: read('server.crt') };
}
