import { lengthInMinutes, splitLength, toldFeatures, wallClockAt } from '@hillo/domain/evenings';
import { languageTag, type Locale, LOCALES } from '@hillo/domain/shared';
import { dates } from '@hillo/i18n';
import type { Evening } from '../../data/evening-row.js';
import { escapeHtml, paragraphs } from './html.js';

/** An evening with everything that its page needs to be written. */
export interface PageSubject {
  readonly evening: Evening;
  readonly name: string;
  readonly theme: string;
  readonly url: string;
  readonly image: string;
  readonly calendar: string;
  readonly locale: Locale;
  /** Texts under `evenings.`. */
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
}

/** "torstai 26. marraskuuta 2026 klo 17.00–20.00", or both dates when it goes past midnight. */
function timeLine({ evening, locale, text }: PageSubject): string {
  const { startsAt, endsAt, timeZone } = evening.plan;
  const write = dates(locale, timeZone);
  const day = (instant: Date) => wallClockAt(instant, timeZone).slice(0, 10);
  if (day(startsAt) !== day(endsAt)) return write.span(startsAt, endsAt, 'longDateTime');
  return text('page.dateLine', {
    date: write.write(startsAt, 'longDate'),
    time: write.span(startsAt, endsAt, 'time'),
  });
}

/** The exact length (S24): "3 tuntia 30 minuuttia". */
function lengthLine({ evening, text }: PageSubject): string {
  const { hours, minutes } = splitLength(lengthInMinutes(evening.plan.startsAt, evening.plan.endsAt));
  const parts = [
    ...(hours > 0 ? [text('page.hours', { hours })] : []),
    ...(minutes > 0 ? [text('page.minutes', { minutes })] : []),
  ];
  return parts.join(' ');
}

function placeLine({ evening }: PageSubject): string {
  const { name, address } = evening.plan.venue;
  return [name, address].filter((part) => part !== '').join(', ');
}

function row(label: string, value: string): string {
  return value === '' ? '' : `<dt>${escapeHtml(label)}</dt><dd dir="auto">${escapeHtml(value)}</dd>`;
}

function section(heading: string, content: string): string {
  return content === '' ? '' : `<section><h2>${escapeHtml(heading)}</h2>${content}</section>`;
}

function programme({ evening, locale, text }: PageSubject): string {
  const { programme: blocks, timeZone } = evening.plan;
  if (blocks.length === 0) return '';
  const write = dates(locale, timeZone);
  const items = blocks.map(({ kind, title, startsAt, endsAt, confirmed }) => {
    const time =
      startsAt === null
        ? text('page.timeOpen')
        : endsAt === null
          ? write.write(startsAt, 'time')
          : write.span(startsAt, endsAt, 'time');
    const name = title === '' ? text(`programme.${kind}`) : title;
    const mark = confirmed ? '' : ` <em>(${escapeHtml(text('page.tentative'))})</em>`;
    return `<li><strong>${escapeHtml(time)}</strong> <span dir="auto">${escapeHtml(name)}</span>${mark}</li>`;
  });
  const note = blocks.every((block) => block.confirmed)
    ? ''
    : `<p>${escapeHtml(text('page.tentativeNote'))}</p>`;
  return `<ul>${items.join('')}</ul>${note}`;
}

function accessibility({ evening, text }: PageSubject): string {
  const { features, directions } = evening.plan.venue;
  const told = toldFeatures(features).map(
    (feature) => `<li>${escapeHtml(text(`venue.${feature}.${features[feature] ? 'yes' : 'no'}`))}</li>`,
  );
  return (told.length > 0 ? `<ul>${told.join('')}</ul>` : '') + paragraphs(directions);
}

function notice({ evening, text }: PageSubject): string {
  if (evening.state === 'cancelled') return `<p><strong>${escapeHtml(text('page.cancelled'))}</strong></p>`;
  return evening.state === 'closed' ? `<p><strong>${escapeHtml(text('page.over'))}</strong></p>` : '';
}

function languages({ url, text }: PageSubject): string {
  const links = LOCALES.map(
    (locale) =>
      `<a href="${url}?lang=${locale}" lang="${languageTag(locale)}" hreflang="${languageTag(locale)}">${escapeHtml(text(`page.inLanguage.${locale}`))}</a>`,
  );
  return `<nav aria-label="${escapeHtml(text('page.languages'))}">${links.join(' · ')}</nav>`;
}

/** The readable text of the page, and one sentence that sums it up. */
export function readableEvening(subject: PageSubject): { readonly html: string; readonly summary: string } {
  const { evening, name, theme, calendar, text } = subject;
  const { texts } = evening.plan;
  const time = timeLine(subject);
  const html = [
    '<main>',
    `<h1 dir="auto">${escapeHtml(name)}</h1>`,
    notice(subject),
    '<dl>',
    texts.title === '' ? '' : row(text('page.theme'), theme),
    row(text('page.when'), time),
    row(text('page.length'), lengthLine(subject)),
    row(text('page.where'), placeLine(subject)),
    row(text('page.organiser'), evening.organisation.name),
    '</dl>',
    paragraphs(texts.description),
    section(text('page.programme'), programme(subject)),
    section(text('page.can'), paragraphs(texts.can)),
    section(text('page.cannot'), paragraphs(texts.cannot)),
    section(text('page.accessibility'), accessibility(subject)),
    `<p><a href="${calendar}">${escapeHtml(text('page.calendar'))}</a></p>`,
    languages(subject),
    '</main>',
  ].join('');
  const cancelled = evening.state === 'cancelled' ? `${text('page.cancelled')} ` : '';
  return { html, summary: `${cancelled}${theme}. ${time}. ${placeLine(subject)}.` };
}
