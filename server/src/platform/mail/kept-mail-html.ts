import type { KeptMails } from './kept-mails.js';

type Mail = Awaited<ReturnType<KeptMails['list']>>[number];

interface Writer {
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly time: (at: Date) => string;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Links in the plain text can be pressed, as in a mail program. */
function withLinks(text: string): string {
  return escapeHtml(text).replace(/https?:\/\/[^\s<>"]+/g, (url) => `<a href="${url}">${url}</a>`);
}

function pathOf(mail: Mail): string {
  return `/dev/mail/${encodeURIComponent(mail.messageId)}`;
}

/** A plain page without styles of its own: the policy allows none inline. */
export function page(lang: string, title: string, body: string): string {
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">' +
    `<meta name="robots" content="noindex"></head><body><main>${body}</main></body></html>`
  );
}

export function keptMailList(mails: readonly Mail[], { text, time }: Writer): string {
  const items = mails.map(
    (mail) =>
      `<li><a href="${pathOf(mail)}">${escapeHtml(mail.subject)}</a><br>${escapeHtml(mail.to.address)}, ${escapeHtml(time(mail.keptAt))}</li>`,
  );
  const list =
    items.length > 0 ? `<ol reversed>${items.join('')}</ol>` : `<p>${escapeHtml(text('empty'))}</p>`;
  return `<h1>${escapeHtml(text('title'))}</h1><p>${escapeHtml(text('explanation'))}</p>${list}`;
}

export function keptMailPage(mail: Mail, { text, time }: Writer): string {
  const names = [mail.calendar?.filename ?? [], (mail.attachments ?? []).map((file) => file.filename)].flat(
    2,
  );
  const files = names.map(
    (name, index) => `<li><a href="${pathOf(mail)}/files/${index}">${escapeHtml(name)}</a></li>`,
  );
  return (
    `<p><a href="/dev/mail">${escapeHtml(text('back'))}</a></p><h1>${escapeHtml(mail.subject)}</h1>` +
    `<p>${escapeHtml(mail.from)} → ${escapeHtml(mail.to.address)}, ${escapeHtml(time(mail.keptAt))}</p>` +
    `<p><a href="${pathOf(mail)}/html">${escapeHtml(text('asHtml'))}</a></p>` +
    `<pre>${withLinks(mail.text)}</pre>${files.length > 0 ? `<ul>${files.join('')}</ul>` : ''}`
  );
}
