import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

const PAGE = fileURLToPath(import.meta.resolve('@hillo/draw/verify.html'));

/** CSP sources of the inline elements of a page: a hash of each, so that nothing else runs. */
export function inlineHashes(html: string, element: 'script' | 'style'): string {
  const inline = html.split(`<${element}`).slice(1);
  return inline
    .map((rest) => rest.slice(rest.indexOf('>') + 1, rest.indexOf(`</${element}>`)))
    .map((content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`)
    .join(' ');
}

/** `/verify`: the static page that checks a pasted proof, without imports and without asking anybody. */
@Injectable()
export class VerifyPage implements OnModuleInit {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  async onModuleInit(): Promise<void> {
    const html = await readFile(PAGE, 'utf8');
    const policy = [
      "default-src 'none'",
      `script-src ${inlineHashes(html, 'script')}`,
      `style-src ${inlineHashes(html, 'style')}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; ');
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    fastify.get('/verify', (_request, reply) =>
      reply
        .header('content-type', 'text/html; charset=utf-8')
        .header('content-security-policy', policy)
        .header('cache-control', 'no-cache')
        .send(html),
    );
  }
}
