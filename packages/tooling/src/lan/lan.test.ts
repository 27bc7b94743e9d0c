import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localCertificate, type CertificateFiles } from './certificates.js';
import { serveTrustPage } from './trust-page.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const now = new Date('2026-11-22T12:00:00Z');
const names = ['192.168.1.7', 'localhost', '127.0.0.1'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hillo-lan-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

const make = (of = names, at = now) => localCertificate(join(folder, 'ca'), of, at);
const later = (days: number) => new Date(now.getTime() + days * DAY_MS);
const read = (file: string) => readFileSync(file, 'utf8');
const serverOf = ({ certFile }: CertificateFiles) => new X509Certificate(read(certFile));

describe('localCertificate', () => {
  it('serves HTTPS to whoever trusts the authority, and to nobody else', async () => {
    const files = await make(names, new Date());
    const server = createServer({ cert: read(files.certFile), key: read(files.keyFile) }, (_, answer) =>
      answer.end('jam'),
    );
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const open = async (ca?: string) => {
      const [answer] = (await once(request({ host: '127.0.0.1', port, ca }).end(), 'response')) as [
        { statusCode: number },
      ];
      return answer.statusCode;
    };
    expect(await open(read(files.authorityFile))).toBe(200);
    await expect(open()).rejects.toThrow(/unable to (verify|get)|self-signed/);
    server.closeAllConnections();
    server.close();
  });

  it('names every address, keeps its keys to the owner and cannot sign others', async () => {
    const files = await make();
    const certificate = serverOf(files);
    expect(certificate.checkIP('192.168.1.7')).toBe('192.168.1.7');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.ca).toBe(false);
    expect(new X509Certificate(read(files.authorityFile)).ca).toBe(true);
    expect(certificate.checkIssued(new X509Certificate(read(files.authorityFile)))).toBe(true);
    for (const key of [files.keyFile, join(folder, 'ca/authority.key')])
      expect(statSync(key).mode & 0o777).toBe(0o600);
  });

  it('stays while it serves, and is renewed for a new address or near its end, under the same authority', async () => {
    const files = await make();
    const [first, authority] = [serverOf(files), read(files.authorityFile)];
    expect(serverOf(await make(names, later(300))).serialNumber).toBe(first.serialNumber);

    const moved = serverOf(await make(['10.0.0.4', ...names]));
    expect(moved.serialNumber).not.toBe(first.serialNumber);
    expect(moved.checkIP('10.0.0.4')).toBe('10.0.0.4');

    const renewed = serverOf(await make(names, later(370)));
    expect(renewed.serialNumber).not.toBe(moved.serialNumber);
    expect(new Date(renewed.validTo).getTime()).toBeGreaterThan(later(700).getTime());
    expect(read(files.authorityFile)).toBe(authority);
  });
});

describe('serveTrustPage', () => {
  it('tells what the certificate is in three languages and hands it out', async () => {
    const { authorityFile } = await make();
    const server = await serveTrustPage(authorityFile, 0, '127.0.0.1');
    const { port } = server.address() as AddressInfo;
    const open = async (path: string) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        body: await response.text(),
      };
    };
    const page = await open('/');
    expect(page.type).toBe('text/html; charset=utf-8');
    expect(page.body).toMatch(/lang="fi"[^]*lang="sv"[^]*lang="en"/);
    expect(await open('/ca.crt')).toEqual({
      status: 200,
      type: 'application/x-x509-ca-cert',
      body: read(authorityFile),
    });
    expect((await open('/authority.key')).status).toBe(404);
    server.closeAllConnections();
    server.close();
  });
});
