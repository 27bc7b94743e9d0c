import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';

const page = join(import.meta.dirname, '../../pages/trust.html');

/** A small plain-http server from which phones fetch the authority's certificate before they can open the evening. */
export async function serveTrustPage(authorityFile: string, port: number, host: string): Promise<Server> {
  const answers = new Map([
    ['/', { type: 'text/html; charset=utf-8', body: readFileSync(page) }],
    ['/ca.crt', { type: 'application/x-x509-ca-cert', body: readFileSync(authorityFile) }],
  ]);
  const server = createServer((request, response) => {
    const answer = request.method === 'GET' ? answers.get(request.url ?? '') : undefined;
    if (!answer) return response.writeHead(404).end();
    return response
      .writeHead(200, {
        'content-type': answer.type,
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
        'x-content-type-options': 'nosniff',
      })
      .end(answer.body);
  }).listen(port, host);
  await once(server, 'listening');
  return server;
}
