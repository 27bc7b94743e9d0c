export interface MailContent {
  /** BCP 47 for the `lang` of the HTML. */
  lang: string;
  /** Shown by mail programs beside the subject; not seen in the opened mail. */
  preheader: string;
  heading: string;
  /** Line breaks are kept. */
  paragraphs: readonly string[];
  details?: readonly (readonly [label: string, value: string])[];
  /** The one thing to do; the address is shown too, for those who cannot press it. */
  action?: { label: string; url: string };
  /** Why this mail came and who answers. */
  footer: string;
}

export interface MailBody {
  html: string;
  text: string;
}

const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f]/gu;
const INVISIBLE = /[\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;
const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function clean(text: string): string {
  return text
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(CONTROL, ' ')
    .replace(INVISIBLE, '')
    .trim();
}

function escapeHtml(text: string): string {
  return clean(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

function withBreaks(text: string): string {
  return escapeHtml(text).replace(/\n/g, '<br>');
}

/** Links are made by the server; anything but a web address is a mistake in the code that hands it in. */
function webLink(url: string): string {
  if (!/^https?:\/\/[^\s"<>]+$/i.test(url)) throw new Error('A mail can only link to a web address');
  return url;
}

/** Inline first, because many programs drop the style element; the classes only change colours in the dark. */
const STYLE = {
  body: 'margin:0;padding:0;background:#fdf6e9;color:#2c2118;font-family:"Noto Sans","Segoe UI",Roboto,Helvetica,Arial,sans-serif;font-size:17px;line-height:1.5',
  preheader: 'display:none;font-size:1px;line-height:1px;max-height:0;max-width:0;opacity:0;overflow:hidden',
  page: 'max-width:560px;margin:0 auto;padding:24px 16px',
  card: 'background:#ffffff;border-radius:12px;padding:28px 24px;border-top:6px solid #9c1f40',
  heading: 'margin:0 0 16px;font-size:26px;line-height:1.25;overflow-wrap:anywhere',
  paragraph: 'margin:0 0 16px;overflow-wrap:anywhere',
  details: 'margin:0 0 20px;padding:14px 16px;background:#fdf6e9;border-radius:8px',
  detail: 'margin:0 0 8px;overflow-wrap:anywhere',
  label: 'color:#5b4636;font-size:15px',
  action: 'margin:24px 0 12px',
  button:
    'display:inline-block;background:#9c1f40;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:8px;padding:14px 24px;font-size:18px',
  address: 'margin:0;font-size:14px;color:#5b4636;overflow-wrap:anywhere',
  link: 'color:#5b4636',
  footer: 'margin:0;padding:16px 8px;font-size:14px;color:#5b4636;overflow-wrap:anywhere',
} as const satisfies Record<string, string>;

const DARK =
  '@media (prefers-color-scheme:dark){' +
  '.body{background:#1c1613!important;color:#f7efe2!important}' +
  '.card{background:#2a211c!important;border-top-color:#e0708c!important}' +
  '.details{background:#1c1613!important}' +
  '.quiet{color:#d9c7a8!important}' +
  '.button{background:#f2a3b6!important;color:#2a0a13!important}}';

type Styled = keyof typeof STYLE;

function styled(name: Styled, className = ''): string {
  return `${className && `class="${className}" `}style="${STYLE[name].replace(/"/g, "'")}"`;
}

function detailsHtml(details: NonNullable<MailContent['details']>): string {
  if (details.length === 0) return '';
  const rows = details.map(
    ([label, value]) =>
      `<p ${styled('detail')}><span ${styled('label', 'quiet')}>${escapeHtml(label)}</span><br><strong>${withBreaks(value)}</strong></p>`,
  );
  return `<div ${styled('details', 'details')}>${rows.join('')}</div>`;
}

function actionHtml({ label, url }: NonNullable<MailContent['action']>): string {
  const href = escapeHtml(webLink(url));
  return (
    `<p ${styled('action')}><a href="${href}" ${styled('button', 'button')}>${escapeHtml(label)}</a></p>` +
    `<p ${styled('address', 'quiet')}><a href="${href}" ${styled('link', 'quiet')}>${href}</a></p>`
  );
}

function html(content: MailContent): string {
  const lang = escapeHtml(content.lang);
  const heading = escapeHtml(content.heading);
  const paragraphs = content.paragraphs.map((text) => `<p ${styled('paragraph')}>${withBreaks(text)}</p>`);
  return (
    `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${heading}</title>` +
    '<meta name="viewport" content="width=device-width,initial-scale=1">' +
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">' +
    `<style>${DARK}</style></head>` +
    `<body ${styled('body', 'body')}><div lang="${lang}" ${styled('body', 'body')}>` +
    `<div aria-hidden="true" ${styled('preheader')}>${escapeHtml(content.preheader)}</div>` +
    `<div ${styled('page')}><div ${styled('card', 'card')}><h1 ${styled('heading')}>${heading}</h1>` +
    `${paragraphs.join('')}${detailsHtml(content.details ?? [])}${content.action ? actionHtml(content.action) : ''}` +
    `</div><p ${styled('footer', 'quiet')}>${withBreaks(content.footer)}</p></div></div></body></html>`
  );
}

function text(content: MailContent): string {
  const heading = clean(content.heading).replace(/\n/g, ' ');
  const details = (content.details ?? []).map(([label, value]) => `${clean(label)}: ${clean(value)}`);
  const action = content.action ? [`${clean(content.action.label)}:\n${webLink(content.action.url)}`] : [];
  const blocks = [
    heading,
    ...content.paragraphs.map(clean),
    ...(details.length > 0 ? [details.join('\n')] : []),
    ...action,
    // RFC 3676: mail programs know what follows as a signature.
    `-- \n${clean(content.footer)}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** One layout for all mails, as HTML and as plain text with the same content. No text that is handed in can become markup. */
export function layOutMail(content: MailContent): MailBody {
  return { html: html(content), text: text(content) };
}
