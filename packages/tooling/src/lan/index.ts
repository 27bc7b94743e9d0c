import { join } from 'node:path';
import { toString as qr } from 'qrcode';
import { Failure } from '../failure.js';
import { freePortNear } from '../start/ports.js';
import { lanAddresses } from './addresses.js';
import { localCertificate } from './certificates.js';
import { serveTrustPage } from './trust-page.js';

/** What `--lan` binds to unless HOST says otherwise. */
const ANYWHERE = '0.0.0.0';

interface LanSettings {
  dataDir: string;
  port: number;
  host: string;
}

/** The evening on the local network over HTTPS, and the page from which phones learn to trust it. */
export interface Lan {
  publicUrl: string;
  certFile: string;
  keyFile: string;
  invitation(url: string): Promise<string>;
  close(): Promise<void>;
}

/** A `host` other than anywhere is the one address that is served and printed: for a machine on several networks. */
export async function openLan({ dataDir, port, host }: LanSettings): Promise<Lan> {
  const addresses = host === ANYWHERE ? lanAddresses() : [host];
  const [first] = addresses;
  if (first === undefined)
    throw new Failure('This machine has no address on a local network; join the Wi-Fi first.');
  const names = [...new Set([...addresses, 'localhost', '127.0.0.1'])];
  const { authorityFile, certFile, keyFile } = await localCertificate(join(dataDir, 'ca'), names, new Date());
  const trustPort = await freePortNear(port + 1, host);
  const trustPage = await serveTrustPage(authorityFile, trustPort, host);
  const trustUrl = `http://${first}:${trustPort}/`;
  return {
    publicUrl: `https://${first}:${port}`,
    certFile,
    keyFile,
    async invitation(url) {
      return [
        `1. Trust this machine, once a phone: ${trustUrl}`,
        await qr(trustUrl, { type: 'terminal', small: true }),
        `2. Open the evening: ${url}`,
        await qr(url, { type: 'terminal', small: true }),
      ].join('\n');
    },
    async close() {
      trustPage.closeAllConnections();
      await new Promise((done) => trustPage.close(done));
    },
  };
}
