// The certificate library needs this before it is loaded.
import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60 * 1000;
const AUTHORITY_DAYS = 3650;
/** Phones refuse certificates that live longer than about 13 months. */
const SERVER_DAYS = 390;
const RENEW_BEFORE_DAYS = 30;

export interface CertificateFiles {
  /** PEM, what a phone is asked to trust. */
  authorityFile: string;
  certFile: string;
  keyFile: string;
}

/** The certificate for these names and addresses, signed by the authority of this installation; renewed when it must. */
export async function localCertificate(
  folder: string,
  names: string[],
  now: Date,
): Promise<CertificateFiles> {
  x509.cryptoProvider.set(webcrypto as Crypto);
  const files = {
    authorityFile: join(folder, 'authority.crt'),
    certFile: join(folder, 'server.crt'),
    keyFile: join(folder, 'server.key'),
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = await openAuthority(folder, files.authorityFile, now);
  if (!authority.isNew && stillServes(files.certFile, names, now)) return files;

  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    subject: 'CN=Hillo',
    issuer: authority.certificate.subject,
    ...lifetime(now, SERVER_DAYS),
    signingKey: authority.key,
    publicKey: keys.publicKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value })),
      ),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
    ],
  });
  writeFileSync(files.keyFile, await privatePem(keys.privateKey), { mode: 0o600 });
  writeFileSync(files.certFile, certificate.toString('pem'));
  return files;
}

interface Authority {
  certificate: x509.X509Certificate;
  key: CryptoKey;
  isNew: boolean;
}

async function openAuthority(folder: string, certFile: string, now: Date): Promise<Authority> {
  const keyFile = join(folder, 'authority.key');
  if (existsSync(keyFile) && existsSync(certFile)) {
    const certificate = new x509.X509Certificate(readFileSync(certFile, 'utf8'));
    if (certificate.notAfter.getTime() - now.getTime() > SERVER_DAYS * DAY_MS) {
      const der = x509.PemConverter.decodeFirst(readFileSync(keyFile, 'utf8'));
      const key = await webcrypto.subtle.importKey('pkcs8', der, ALGORITHM, false, ['sign']);
      return { certificate, key, isNew: false };
    }
  }
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=Hillo ${now.toISOString().slice(0, 10)}`,
    ...lifetime(now, AUTHORITY_DAYS),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  writeFileSync(keyFile, await privatePem(keys.privateKey), { mode: 0o600 });
  writeFileSync(certFile, certificate.toString('pem'));
  return { certificate, key: keys.privateKey, isNew: true };
}

function stillServes(certFile: string, names: string[], now: Date): boolean {
  if (!existsSync(certFile)) return false;
  const certificate = new x509.X509Certificate(readFileSync(certFile, 'utf8'));
  const has =
    certificate.getExtension(x509.SubjectAlternativeNameExtension)?.names.items.map(({ value }) => value) ??
    [];
  const left = certificate.notAfter.getTime() - now.getTime();
  return names.every((name) => has.includes(name)) && left > RENEW_BEFORE_DAYS * DAY_MS;
}

/** Begins a day early: a phone's clock may be behind. */
function lifetime(now: Date, days: number): { notBefore: Date; notAfter: Date; serialNumber: string } {
  return {
    notBefore: new Date(now.getTime() - DAY_MS),
    notAfter: new Date(now.getTime() + (days - 1) * DAY_MS),
    // The leading byte keeps the number positive, as RFC 5280 asks.
    serialNumber: `01${Buffer.from(webcrypto.getRandomValues(new Uint8Array(15))).toString('hex')}`,
  };
}

async function privatePem(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}
