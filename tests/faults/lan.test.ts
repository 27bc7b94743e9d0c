import { spawn, type ChildProcess } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, type PeerCertificate } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const project = join(import.meta.dirname, '../..');
const runScript = join(project, 'packages/tooling/run.mjs');
/** Tests stay on this machine: HOST names the one address that is served and printed. */
const HOST = '127.0.0.1';

let folder: string;
let port: number;
let started: { child: ChildProcess; output: string } | undefined;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  return free;
}

/** `npm start -- --lan --empty` until it says how it ends. */
async function start(): Promise<string> {
  const { NODE_ENV: _, DATABASE_URL: __, ...inherited } = process.env;
  const child = spawn(process.execPath, [runScript, 'start', '--lan', '--empty'], {
    cwd: project,
    env: { ...inherited, HOST, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const run = { child, output: '' };
  started = run;
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    run.output += String(chunk);
    if (run.output.includes('Ctrl-C')) break;
  }
  return run.output;
}

async function stop(): Promise<void> {
  if (!started || started.child.exitCode !== null) return;
  started.child.kill('SIGTERM');
  await once(started.child, 'exit');
}

const inFolder = (name: string) => join(folder, 'ca', name);
const authority = () => readFileSync(inFolder('authority.crt'), 'utf8');
const addressAfter = (output: string, words: string) =>
  new RegExp(`${words}: (\\S+)`).exec(output)?.[1] ?? '';

/** A page over HTTPS for somebody who trusts exactly this authority. */
async function open(path: string, ca: string | undefined): Promise<number | undefined> {
  const asked = request({ host: HOST, port, path, ca }).end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

/** The chain as a phone is shown it, checked against this authority for the name it asked for. */
async function shownCertificate(servername: string): Promise<PeerCertificate> {
  const socket = connect({ host: HOST, port, servername, ca: authority() });
  await once(socket, 'secureConnect');
  expect(socket.authorized).toBe(true);
  const certificate = socket.getPeerCertificate();
  socket.destroy();
  return certificate;
}

/** Codes drawn in half blocks, two rows of modules a line, as pictures that a reader of codes takes. */
function pictures(output: string) {
  const MODULE = 4;
  const QUIET = 4;
  const shown = output.split('\n').map((line) => line.replaceAll(/\u001b\[\d+m/g, ''));
  const blocks: string[][] = [];
  for (const [index, line] of shown.entries())
    if (/^[ ▀▄█]{20,}$/.test(line)) {
      if (index === 0 || !/^[ ▀▄█]{20,}$/.test(shown[index - 1] ?? '')) blocks.push([]);
      blocks.at(-1)?.push(line);
    }
  return blocks.map((lines) => {
    const modules = lines.flatMap((line) => [
      Array.from(line, (sign) => sign === '▀' || sign === '█'),
      Array.from(line, (sign) => sign === '▄' || sign === '█'),
    ]);
    const size = (Math.max(modules.length, modules[0]?.length ?? 0) + 2 * QUIET) * MODULE;
    const data = new Uint8ClampedArray(size * size * 4).fill(255);
    for (let y = 0; y < size; y += 1)
      for (let x = 0; x < size; x += 1)
        if (modules[Math.floor(y / MODULE) - QUIET]?.[Math.floor(x / MODULE) - QUIET])
          data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
    return { data, width: size, height: size, colorSpace: 'srgb' as const };
  });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hillo-lan-'));
  port = await freePort();
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer }, fireImmediately: true });
});
afterAll(async () => {
  await stop();
  rmSync(folder, { recursive: true });
});

describe('npm start -- --lan', { timeout: 240_000 }, () => {
  it('serves the address it prints to whoever trusts its authority, hands that out, and keeps it', async () => {
    const output = await start();
    const trust = addressAfter(output, 'once a phone');
    const evening = addressAfter(output, 'Open the evening');
    expect(evening).toBe(`https://${HOST}:${port}`);
    expect(output).toContain(`Hillo is ready: ${evening}`);

    // HTTPS: only with the authority, for every name that is printed or typed.
    expect(await open('/api/ready', authority())).toBe(200);
    await expect(open('/api/ready', undefined)).rejects.toThrow(/unable to (verify|get)|self-signed/);
    for (const name of ['localhost', '']) {
      const { subjectaltname = '' } = await shownCertificate(name);
      expect(subjectaltname).toContain(`IP Address:${new URL(evening).hostname}`);
      expect(subjectaltname).toContain('DNS:localhost');
    }

    // The authority as the phone fetches it, over plain http, is the one that signs.
    const certificate = await fetch(new URL('ca.crt', trust));
    expect(certificate.headers.get('content-type')).toBe('application/x-x509-ca-cert');
    const handedOut = new X509Certificate(await certificate.text());
    expect(handedOut.ca).toBe(true);
    expect(new X509Certificate(readFileSync(inFolder('server.crt'))).checkIssued(handedOut)).toBe(true);
    const page = await fetch(trust);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('href="/ca.crt"');
    expect((await fetch(new URL('authority.key', trust))).status).toBe(404);
    for (const name of ['authority.key', 'server.key'])
      expect(statSync(inFolder(name)).mode & 0o777, name).toBe(0o600);

    // What a phone's camera reads from the terminal.
    const read = await Promise.all(
      pictures(output).map((picture) => readBarcodes(picture as ImageData, { formats: ['QRCode'] })),
    );
    expect(read.map(([code]) => code?.text)).toEqual([trust, evening]);

    const [before, serial] = [authority(), handedOut.serialNumber];
    await stop();
    await expect(fetch(trust)).rejects.toThrow('fetch failed');
    await start();
    expect(authority()).toBe(before);
    const again = await fetch(new URL('ca.crt', addressAfter(started?.output ?? '', 'once a phone')));
    expect(new X509Certificate(await again.text()).serialNumber).toBe(serial);
    expect(await open('/api/ready', before)).toBe(200);
  });
});
