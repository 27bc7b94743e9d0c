import { languageTag } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/index.js';
import { localeOf } from '../http/locale.js';
import type { Texts } from '../texts/index.js';
import { keptMailList, keptMailPage, page } from './kept-mail-html.js';
import type { KeptMails } from './kept-mails.js';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const PATHS = ['/dev/mail', '/dev/mail/:id', '/dev/mail/:id/html', '/dev/mail/:id/files/:file'] as const;

/** The peer itself, not what a header says of it; and a name that no foreign page can point here (DNS rebinding). */
function isThisMachine(request: FastifyRequest, config: Config): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  const named = LOCAL_NAMES.has(host) || host === new URL(config.PUBLIC_URL).hostname;
  return named && LOOPBACK.test(request.socket.remoteAddress ?? '');
}

/**
 * `/dev/mail`: the mails that were kept because no SMTP server is configured. Absent in production, behind a proxy and with SMTP; it
 * answers this machine only (architecture, invariant 11).
 */
export function serveKeptMails(
  fastify: FastifyInstance,
  config: Config,
  mails: KeptMails,
  texts: Texts,
): void {
  if (config.NODE_ENV === 'production' || config.SMTP_URL || config.TRUST_PROXY !== '') return;
  const answer = async (request: FastifyRequest, reply: FastifyReply) => {
    const params = request.params as Readonly<Record<string, string>>;
    const locale = localeOf(request);
    const text = (key: string, values?: Readonly<Record<string, string | number>>) =>
      texts.text(locale, `mail.kept.${key}`, values);
    const writer = { text, time: (at: Date) => dates(locale).write(at, 'dateTime') };
    void reply.header('cache-control', 'no-store').header('content-type', 'text/html; charset=utf-8');
    const html = (title: string, body: string) => page(languageTag(locale), title, body);
    const notFound = () => reply.status(404).send(html(text('missing'), `<h1>${text('missing')}</h1>`));
    if (!isThisMachine(request, config)) return notFound();
    if (params['id'] === undefined)
      return reply.send(html(text('title'), keptMailList(await mails.list(), writer)));
    const mail = await mails.get(params['id']);
    if (!mail) return notFound();
    if (request.url.endsWith('/html'))
      return reply
        .header(
          'content-security-policy',
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups",
        )
        .send(mail.html);
    if (params['file'] === undefined) return reply.send(html(mail.subject, keptMailPage(mail, writer)));
    const files = [
      ...(mail.calendar ? [{ ...mail.calendar, contentType: 'text/calendar' }] : []),
      ...(mail.attachments ?? []),
    ];
    const file = files[Number(params['file'])];
    if (!file) return notFound();
    return reply
      .header('content-type', file.contentType)
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`)
      .send(file.content);
  };
  for (const path of PATHS) fastify.get(path, answer);
}
