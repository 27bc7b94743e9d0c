import { newId } from '@hillo/server/platform/clock';
import type { Page } from '@playwright/test';
import type { GrantFixture } from './fixtures.js';
import type { Hillo } from './e2e.js';
import { everyLink } from './every-link.js';
import { type Guest, LiveEvening } from './live-evening.js';
import { registrationForm } from './registration-form.js';
import { seatEvening } from './seated-evening.js';

const DAY = 24 * 3_600_000;

export interface KnownPage {
  readonly path: string;
  /** Finnish words that stand on this page and on no failure page. */
  readonly shows: string | RegExp;
  /** What is done on it before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

export interface Audience {
  readonly name: string;
  readonly grants: readonly GrantFixture[];
  /** Members' pages are not written in easy Finnish. */
  readonly easyFinnish: boolean;
  readonly pages: readonly KnownPage[];
}

/** The form's button; whoever comes after a queue joins it. */
const SEND = /^Ilmoittaudu( jonoon)?$/;

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

/** Opens everything that folds. */
function unfold(page: Page): Promise<void> {
  return page.locator('details').evaluateAll((folds) => {
    for (const fold of folds) if (fold instanceof HTMLDetailsElement) fold.open = true;
  });
}

/** The room at its fullest: a meeting with notes and shared fields, an offer, a draw that is done. */
async function livelyEvening(hillo: Hillo) {
  const evening = await LiveEvening.open(hillo);
  const contact = { phone: '040 123 4567', draw_opt_in: true, announces_on_stage: true };
  const maija = await evening.guest('Maija', { ...contact, offers: 'Kokoustila torstaisin' });
  const ville = await evening.guest('Ville', {
    ...contact,
    sector: 'municipality',
    affiliation: 'Esimerkkilä',
  });
  await evening.guest('Lauri', { needs: 'Tilaa kerholle', offers_may_be_told: true });
  const eero = await evening.guest('Eero', { sector: 'company', affiliation: 'Leipomo Esimerkki Oy' });
  const onni = await evening.guest('Onni', { sector: 'resident', affiliation: '' });
  const taika = await evening.guest('Taika', {
    kind: 'support',
    plays: false,
    accompanies_id: onni.id,
    sector: 'resident',
    affiliation: '',
  });
  await evening.registered('Helmi');
  const meet = async (who: typeof maija, other: typeof maija, square?: number): Promise<string> => {
    const body = { who: { by: 'code', code: other.code }, ...(square === undefined ? {} : { square }) };
    return (await who.phone.post(`/api/me/${who.id}/encounters`, body)).body.encounter.id;
  };
  const met = await meet(maija, ville, 4);
  const unmarked = await meet(maija, onni);
  await meet(eero, maija);
  for (const [who, name] of [
    [maija, 'maija'],
    [ville, 'ville'],
  ] as const) {
    const base = `/api/me/${who.id}/encounters/${met}`;
    await who.phone.put(`${base}/note`, {
      agreed: `Yhteinen perheilta, ${name}`,
      nextStep: 'Varataan tila',
      owner: 'writer',
      date: '2027-01-15',
    });
    await who.phone.put(`${base}/sharing`, { fields: ['email', 'phone'], audience: 'person' });
  }
  await seatEvening(await hillo.fixtures.browser(await evening.member('organiser')), evening.id);
  await askedEvening(hillo, evening, maija, ville);
  return { evening, maija, taika, met, unmarked };
}

/** Questions in every state that a page shows in its own way. */
async function askedEvening(hillo: Hillo, evening: LiveEvening, maija: Guest, ville: Guest): Promise<void> {
  const desk = await hillo.fixtures.browser(await evening.member('organiser'));
  const base = `/api/evenings/${evening.id}`;
  const move = async (id: string, how: string, version: number, more: object = {}) =>
    desk.post(`${base}/questions/${id}/moves`, { move: how, version, ...more });
  await desk.put(`${base}/panel/note`, { note: 'Aloita lasten harrastuksista.' });
  const asked = { text: 'Kuka kutsuu perheet mukaan?', withName: true };
  const own = (await maija.phone.post(`/api/me/${maija.id}/questions`, asked)).body.id;
  const other = { text: 'Voisiko koulun sali olla iltaisin auki?' };
  const onStage = (await ville.phone.post(`/api/me/${ville.id}/questions`, other)).body.id;
  await move(onStage, 'put-on-stage', 0);
  await move(own, 'approve', 0);
  for (const [text, how] of [
    ['Missä kokoonnumme keväällä?', 'approve'],
    ['Milloin seuraava ilta on?', 'answer'],
    ['Mitä naapurini sanoi?', 'hide'],
    ['Kuka tätä paskaa maksaa?', undefined],
  ] as const) {
    const { id } = (await desk.post(`${base}/questions`, { text, source: 'card' })).body;
    const more =
      how === 'answer' ? { answer: 'Huhtikuussa.' } : how === 'hide' ? { reason: 'private-matter' } : {};
    if (how) await move(id, how, 0, more);
  }
  await maija.phone.put(`/api/me/${maija.id}/votes/${onStage}`, {});
}

/** A draw from prizes to result on an evening of its own, because a freeze ends the game. */
async function drawnEvening(hillo: Hillo) {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija', { draw_opt_in: true, announces_on_stage: true });
  await evening.guest('Ville', { draw_opt_in: true });
  await hillo.pool.query('UPDATE cards SET ticket_since = now() WHERE evening_id = $1', [evening.id]);
  const desk = await hillo.fixtures.browser(await evening.member('organiser'));
  await desk.put(`/api/evenings/${evening.id}/prizes`, { prizes: [{ kind: 'visit' }, { kind: 'coaching' }] });
  const { draws } = (await desk.post(`/api/evenings/${evening.id}/draws`)).body;
  const path = `/api/evenings/${evening.id}/draws/${draws[0].id}`;
  await desk.post(`${path}/freeze`);
  await desk.post(`${path}/public-number`, { calls: ['4711', '0832', '9050'] });
  await desk.post(`${path}/reveal`);
  return { evening, maija };
}

/** An evening to come with its form, full but for the queue, with somebody who needs an interpreter. */
async function comingEvening(hillo: Hillo) {
  const slug = `tulossa-${Date.now()}-${process.pid}`;
  const starts = Date.now() + 5 * DAY;
  const evening = await LiveEvening.open(hillo, {
    slug,
    capacity: 40,
    description: 'Tule tapaamaan perheiden kanssa toimivia.',
    can_do: 'Tutustuttaa',
    cannot_do: 'Ratkaista kaikkea',
    venue_features: JSON.stringify({ 'step-free': true, 'hearing-loop': false }),
    starts_at: new Date(starts),
    ends_at: new Date(starts + DAY / 8),
  });
  const onni = await evening.registered('Onni', { phone: '040 123 4567', association_may_see: true });
  await evening.registered('Taika', { kind: 'support', plays: false, accompanies_id: onni.id });
  await evening.registered('Lempi', { state: 'waiting' });
  const form = registrationForm({
    accessNeeds: 'Viittomakielen tulkki',
    consents: ['privacy-notice', 'access-needs'],
  });
  const url = `/api/public/evenings/${slug}/registrations`;
  const answer = await (await hillo.fixtures.browser()).post(url, form);
  if (answer.status !== 201) throw new Error(`The form was refused: ${JSON.stringify(answer.body)}`);
  const roles = ['organiser', 'access-host'] as const;
  const member = await evening.member(...roles);
  await seatEvening(await hillo.fixtures.browser(member), evening.id);
  return { evening, slug, onni, member };
}

async function answerForm(page: Page): Promise<void> {
  await page.getByLabel('Etunimi').first().fill('Aino');
  const email = page.getByRole('textbox', { name: /^Sähköposti/ }).first();
  await email.fill('aino@example.org');
  await page.getByRole('radio', { name: /Asukas/ }).check();
  await page.getByRole('checkbox', { name: /Olen lukenut/ }).check();
  await press(SEND)(page);
  await page.getByRole('heading', { name: 'Olet jonossa, Aino' }).waitFor();
}

/** Every page that the product has, by who opens it, on ground where it has something to show. */
export async function everyPage(hillo: Hillo): Promise<readonly Audience[]> {
  const [live, drawn, coming, { links }] = await Promise.all([
    livelyEvening(hillo),
    drawnEvening(hillo),
    comingEvening(hillo),
    everyLink(hillo),
  ]);
  // The organiser of the evening to come works for the one with the draw too.
  await hillo.fixtures.insert('members', {
    id: newId(),
    organisation_id: drawn.evening.organisation,
    account_id: coming.member.subjectId,
    roles: ['organiser'],
    created_at: new Date(),
  });
  const linkPath = (kind: string) => links.find((link) => link.kind === kind)?.path ?? '';
  const { maija } = live;
  const me = `/me/${maija.id}`;
  const [door, host, owner] = [`/door/${live.evening.id}`, `/host/${live.evening.id}`, coming.evening];
  const desk = `/organiser/evenings/${owner.id}`;
  const view = links.find(({ kind }) => kind === 'association');
  return [
    {
      name: 'anybody',
      grants: [],
      easyFinnish: true,
      pages: [
        { path: '/', shows: 'Järjestätkö illan?' },
        { path: `/e/${coming.slug}`, shows: 'Ratkaista kaikkea', act: unfold },
        { path: `/e/${coming.slug}`, shows: 'Ratkaista kaikkea', act: press(SEND) },
        { path: `/e/${coming.slug}`, shows: 'Ratkaista kaikkea', act: answerForm },
        { path: linkPath('personal'), shows: 'Jatka: olen Maija', act: press('Olen joku muu') },
        { path: `/p/${'A'.repeat(26)}`, shows: 'Linkki ei toimi' },
        { path: linkPath('badge'), shows: 'Emme tunne tätä puhelinta' },
        { path: linkPath('handover'), shows: 'Avaa oma sivuni' },
        { path: linkPath('crew'), shows: 'Tästä puhelimesta tulee ovi' },
        { path: linkPath('association'), shows: 'Avaa näkymä' },
        { path: linkPath('email-change'), shows: 'Tämä on osoitteeni' },
        { path: '/email-confirmed', shows: 'Osoite on vaihdettu' },
        { path: '/erased', shows: 'Tietosi on poistettu' },
        { path: '/ei-ole', shows: 'Sivua ei löytynyt' },
      ],
    },
    {
      name: 'an attendee',
      grants: [maija.grant],
      easyFinnish: true,
      pages: [
        { path: me, shows: 'Seurassasi', act: unfold },
        { path: me, shows: 'Bingolappusi', act: (page) => page.locator('ol li button').first().click() },
        { path: `${me}/scan`, shows: 'Toisen koodi' },
        { path: `${me}/met`, shows: 'Tapaamani ihmiset' },
        { path: `${me}/met/${live.met}`, shows: 'Yhteinen perheilta, ville' },
        { path: `${me}/met/${live.unmarked}`, shows: 'Mihin ruutuun Onni?', act: unfold },
        // With something in them they are looked at by e2e/offline-attendee.
        { path: `${me}/waiting`, shows: 'Kaikki on lähetetty' },
        { path: `${me}/waiting/${newId()}`, shows: 'Kohtaaminen on lähetetty' },
        { path: `${me}/suggestions`, shows: 'Kerro, mitä tarjoat' },
        { path: `${me}/contacts`, shows: 'Yhteinen perheilta, ville' },
        { path: `${me}/panel`, shows: 'Kuka kutsuu perheet mukaan?', act: unfold },
        { path: `${me}/stage/${live.evening.id}`, shows: 'Sama sisältö kuin salin isolla näytöllä' },
        { path: `${me}/contacts`, shows: 'Yhteinen perheilta, ville', act: press('CSV') },
        { path: linkPath('badge'), shows: 'Luit nimilapun' },
      ],
    },
    {
      name: 'an attendee of an evening to come, and of a draw',
      grants: [coming.onni.grant, drawn.maija.grant, live.taika.grant],
      easyFinnish: true,
      pages: [
        { path: `/me/${coming.onni.id}`, shows: 'Hei Onni', act: unfold },
        { path: `/me/${coming.onni.id}/suggestions`, shows: 'Kerro ensin' },
        { path: `/me/${live.taika.id}`, shows: 'Kirjaa tukemasi ihmisen paperilappu' },
        { path: `/me/${live.taika.id}/paper`, shows: 'Lappu: Onni' },
        { path: `/me/${drawn.maija.id}/draw`, shows: 'Puhelimesi tarkisti arvonnan', act: unfold },
      ],
    },
    {
      name: 'door and association',
      grants: [await live.evening.device('door')],
      easyFinnish: true,
      pages: [
        { path: door, shows: 'Nimilista' },
        { path: `${door}/walk-in`, shows: 'Etunimi ja taho riittävät' },
        { path: `${door}/people`, shows: 'Helmi' },
        { path: `${door}/waiting`, shows: 'Kaikki on lähetetty' },
        { path: linkPath('association'), shows: 'Avaa näkymä', act: async (page) => view?.press(page) },
      ],
    },
    {
      name: 'the host',
      grants: [await live.evening.device('host')],
      easyFinnish: false,
      pages: [
        { path: host, shows: 'Bingon syke' },
        { path: `${host}/stage`, shows: 'Kaikki näkymät', act: unfold },
        { path: `${host}/mark`, shows: 'Lapun omistajan koodi' },
        { path: `${host}/questions`, shows: 'Nyt näytöllä', act: unfold },
        { path: `${host}/questions`, shows: 'Nyt näytöllä', act: press('Piilota: Kuka tätä paskaa maksaa?') },
        { path: `${host}/draw`, shows: 'Tallenna palkinnot' },
        {
          path: `${host}/paper`,
          shows: 'Lapun koodi',
          act: async (page) => {
            await page.getByLabel('Lapun koodi').fill(maija.code);
            await page.getByRole('heading', { name: 'Lappu: Maija' }).waitFor();
          },
        },
      ],
    },
    {
      name: 'an organiser signing in and planning',
      grants: [coming.member],
      easyFinnish: false,
      pages: [
        { path: '/sign-in', shows: 'Kirjaudu järjestäjänä' },
        { path: linkPath('sign-in'), shows: 'Paina vielä painiketta' },
        { path: linkPath('invitation'), shows: 'Liity mukaan' },
        { path: `/organiser/${owner.organisation}`, shows: 'Uusi ilta' },
        { path: `/organiser/${owner.organisation}/new`, shows: 'Tee ilta', act: press('Tee ilta') },
        {
          path: `/organiser/${owner.organisation}/affiliations`,
          shows: 'Lisää luetteloon',
          act: press('Tuo rivit'),
        },
        { path: `/organiser/${owner.organisation}/members`, shows: 'Kutsu jäsen' },
        { path: '/organiser/account', shows: 'Pääsyavaimet' },
        { path: desk, shows: 'Kutsu ihmisiä mukaan' },
        { path: `${desk}/time`, shows: 'Teema, aika ja paikka' },
        { path: `${desk}/texts`, shows: 'Mitä ilta voi saada aikaan' },
        { path: `${desk}/programme`, shows: 'Lisää kohta', act: press('Lisää kohta') },
        { path: `${desk}/venue`, shows: 'Saapuminen ja muut ohjeet' },
        { path: `${desk}/registration`, shows: 'Paikkoja enintään' },
      ],
    },
    {
      name: 'an organiser with people and the evening',
      grants: [coming.member],
      easyFinnish: false,
      pages: [
        { path: `${desk}/coming`, shows: 'Lempi', act: unfold },
        { path: `${desk}/coming`, shows: 'Lempi', act: press('Lisää ilmoittautuminen') },
        { path: `${desk}/access-needs`, shows: 'Lue, mitä tarvitaan', act: press('Lue, mitä tarvitaan') },
        { path: `${desk}/squares`, shows: 'Tallenna ruudut' },
        { path: `${desk}/print`, shows: 'Osallistujalista', act: press('Tee laput') },
        { path: `${desk}/paper`, shows: 'Lapun koodi' },
        { path: `${desk}/seating`, shows: 'Tee pöydät', act: press('Tee pöydät') },
        { path: `${desk}/seating`, shows: 'Istumajärjestys', act: unfold },
        { path: `${desk}/seating`, shows: 'Istumajärjestys', act: press(/Onni/) },
        { path: `${desk}/pulse`, shows: 'Bingon syke' },
        { path: `${desk}/questions`, shows: 'Viesti juontajalle', act: unfold },
        { path: `${desk}/question-cards`, shows: 'Kirjaa kysymykset, jotka' },
        { path: `${desk}/stage`, shows: 'Kaikki näkymät' },
        { path: `${desk}/draw`, shows: 'Tallenna palkinnot' },
        { path: `/organiser/evenings/${drawn.evening.id}/draw`, shows: 'Voittajat', act: unfold },
        { path: `${desk}/associations`, shows: 'Yhdistyksen sähköpostiosoite' },
        { path: `${desk}/crew`, shows: 'Näytä oven koodi', act: press('Näytä oven koodi') },
        { path: `${desk}/door`, shows: 'Yksi lappu uudelleen' },
        { path: `${desk}/copy`, shows: 'Uusi päivä' },
        { path: `${desk}/cancel`, shows: 'Katso, mitä lähetetään' },
      ],
    },
  ];
}
