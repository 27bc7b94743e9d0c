import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { Failure, isErrno } from '../failure.js';

/** Refuses a port that we could not serve on, before anything is started. */
export async function requireFreePort(port: number, host: string, otherwise = ''): Promise<void> {
  try {
    await probe(port, host);
  } catch (error) {
    if (isErrno(error, 'EADDRINUSE')) {
      throw new Failure(`Port ${port} is taken: end what uses it${otherwise}.`);
    }
    if (isErrno(error, 'EACCES'))
      throw new Failure(`Port ${port} is not allowed to you: choose one above 1023 with PORT.`);
    if (isErrno(error, 'EADDRNOTAVAIL', 'ENOTFOUND'))
      throw new Failure(`HOST ${host} is no address of this machine.`);
    throw error;
  }
}

/** `preferred` when it is free, else any free port. */
export async function freePortNear(preferred: number, host: string): Promise<number> {
  return probe(preferred, host).catch(() => probe(0, host));
}

async function probe(port: number, host: string): Promise<number> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return bound;
}
