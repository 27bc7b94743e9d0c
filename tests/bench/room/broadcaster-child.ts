import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server } from 'socket.io';
import { WebSocketServer } from 'ws';

/**
 * What the product is compared with: `ws` that sends the bytes of a POST to everybody, or Socket.IO that tells everybody of
 * each vote at once, as live-question tools do.
 */
const http = createServer((request, response) => void answer(request, response));
const broadcast = process.env['BROADCAST_BY'] === 'ws' ? byWs() : bySocketIo();

function byWs(): (body: string) => void {
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  return (body) => {
    for (const client of server.clients) client.send(body);
  };
}

function bySocketIo(): (body: string) => void {
  const server = new Server(http, { serveClient: false, perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('watch', ({ stream }: { stream: string }, answer: (value: unknown) => void) => {
      void socket.join(stream);
      answer({ ok: true, rev: 0 });
    });
  });
  return (body) => {
    const change = JSON.parse(body) as { stream: string };
    server.to(change.stream).emit('change', change);
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  // What only asks whether the loop is free is answered.
  if (request.method === 'POST') broadcast(Buffer.concat(chunks).toString());
  response.setHeader('content-length', 2).end('{}');
}

http.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.({ kind: 'ready' }));
process.on('SIGTERM', () => process.exit(0));
process.on('disconnect', () => process.exit(0));
