import type { Page } from '@playwright/test';
import type { Reply } from '../support/browser-session.js';
import { expect, expectNoSidewaysScroll, test } from '../support/e2e.js';
import { keptLine, keptLines } from '../support/hostile-evening.js';
import { HOSTILE_TEXTS } from '../support/hostile-text.js';
import { LiveEvening } from '../support/live-evening.js';

/** Names that are no attack and break pages all the same (T47). */
const ODD_NAMES = [
  'W'.repeat(300),
  'Pitkäntehtävänimikkeenkantajayhdistysliittokokouspuheenjohtaja'.repeat(4),
  '👩‍👩‍👧‍👦'.repeat(40),
  `Z${'\u0301'.repeat(200)}algo`,
  'ليلى عبد الرحمن',
  'שרה',
  'Máhtte Ŋŋ',
  'Å\u200bs\u200da',
  'null',
  'undefined',
  'Ö',
];
const NAMES = [...HOSTILE_TEXTS, ...ODD_NAMES].map(keptLine).filter((name) => name !== '');
const LONG_TEXT = keptLines(
  [...HOSTILE_TEXTS.filter((text) => !text.includes('\0')), ...ODD_NAMES].join('\n'),
);

test.describe.configure({ timeout: 180_000 });
test.use({ viewport: { width: 320, height: 800 } });

/** An evening whose organiser and guests write such things everywhere; Maija has met them all. */
async function hostileEvening(hillo: Parameters<Parameters<typeof test>[2]>[0]['hillo']) {
  const { fixtures } = hillo;
  const slug = `vihamielinen-${Date.now()}-${process.pid}`;
  const evening = await LiveEvening.open(hillo, {
    slug,
    theme: HOSTILE_TEXTS[0],
    title: HOSTILE_TEXTS[3],
    description: LONG_TEXT.slice(0, 3_900),
    can_do: LONG_TEXT.slice(0, 1_400),
    cannot_do: 'W'.repeat(1_000),
    venue_name: HOSTILE_TEXTS[1],
    venue_address: 'W'.repeat(150),
  });
  const maija = await evening.guest('Maija', { draw_opt_in: true });
  for (const name of NAMES) {
    const other = await evening.registered(name, {
      last_name: name,
      affiliation: name,
      offers: name,
      phone: name,
    });
    const [first, second] = [maija.id, other.id].toSorted();
    const id = crypto.randomUUID();
    const now = new Date();
    await fixtures.insert('encounters', {
      id,
      evening_id: evening.id,
      first_id: first,
      second_id: second,
      scanned_by_id: maija.id,
      met_at: now,
      created_at: now,
    });
    for (const party of [maija.id, other.id])
      await fixtures.insert('encounter_parties', {
        encounter_id: id,
        registration_id: party,
        shared_fields: ['lastName', 'email', 'phone'],
        sharing_audience: 'person',
        agreed: name,
        next_step: name,
      });
  }
  return { evening, slug, maija };
}

async function accept(answer: Promise<Reply>): Promise<Reply> {
  const reply = await answer;
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  return reply;
}

interface Watched {
  readonly faults: string[];
}

/** Notes everything that a text which came alive would do. */
function watch(page: Page): Watched {
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`error ${error.message}`));
  page.on('request', (request) => {
    if (/evil\.example|^data:text|^javascript:/.test(request.url())) faults.push(`request ${request.url()}`);
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(`policy ${message.text()}`);
  });
  return { faults };
}

/** Elements that no page of ours makes: a text has become one of them. */
function strangers(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          /^(iframe|object|embed|base|math|foreignobject)$/i.test(element.tagName) ||
          [...element.attributes].some(({ name }) => name.startsWith('on')) ||
          /^(javascript|data:text)/i.test(element.getAttribute('href') ?? '') ||
          (element.tagName === 'SCRIPT' &&
            !element.getAttribute('src')?.startsWith('/') &&
            !/json/.test(element.getAttribute('type') ?? '')),
      )
      .map((element) => element.outerHTML.slice(0, 100)),
  );
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

async function expectInert(page: Page, path: string, texts: readonly string[]): Promise<void> {
  const { faults } = watch(page);
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const shown = async () =>
    plain(
      await page.evaluate(() => {
        const fields = [...document.querySelectorAll<HTMLInputElement>('main input, main textarea')];
        return [document.body.textContent, ...fields.map(({ value }) => value)].join(' ');
      }),
    );
  for (const text of texts) await expect.poll(shown, { message: text }).toContain(plain(text));
  expect(await strangers(page), path).toEqual([]);
  expect(faults, path).toEqual([]);
  await expectNoSidewaysScroll(page);
}

test('the public page shows every text as text, without JavaScript too', async ({ browser, hillo }) => {
  const { slug } = await hostileEvening(hillo);
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({
      baseURL: hillo.url,
      viewport: { width: 320, height: 800 },
      javaScriptEnabled,
    });
    const page = await context.newPage();
    if (javaScriptEnabled)
      await expectInert(page, `/e/${slug}`, [HOSTILE_TEXTS[0] ?? '', HOSTILE_TEXTS[3] ?? '']);
    else {
      const { faults } = watch(page);
      await page.goto(`/e/${slug}`);
      await expect(page.getByText(HOSTILE_TEXTS[0] ?? '').first()).toBeVisible();
      expect(faults).toEqual([]);
    }
    await context.close();
  }
});

test('an attendee’s pages show every name as text', async ({ context, hillo }) => {
  const { evening, maija } = await hostileEvening(hillo);
  await evening.signIn(context, maija.grant);
  const page = await context.newPage();
  await expectInert(page, `/me/${maija.id}/met`, NAMES);
  await expectInert(page, `/me/${maija.id}/contacts`, NAMES);
  await expectInert(page, `/me/${maija.id}`, ['Maija']);
});

test('door and organiser see every name as text', async ({ context, hillo }) => {
  const { evening } = await hostileEvening(hillo);
  await hillo.signIn(context, await evening.device('door'), await evening.member('organiser'));
  const page = await context.newPage();
  await expectInert(page, `/door/${evening.id}/people`, NAMES);
  await expectInert(page, `/organiser/evenings/${evening.id}/coming`, NAMES.slice(0, 20));
  await expectInert(page, `/organiser/evenings/${evening.id}`, [HOSTILE_TEXTS[0] ?? '']);
});

test('prizes, reasons, lists and names of helpers are texts too', async ({ context, hillo }) => {
  const { evening, maija } = await hostileEvening(hillo);
  const { fixtures } = hillo;
  const { accountId, browser: desk } = await fixtures.member(evening.organisation, ['organiser']);
  const path = `/api/evenings/${evening.id}`;
  const short = NAMES.filter((name) => name.length <= 80);
  const written = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => short[(from + at) % short.length] ?? '');

  const prizes = written(9, 8);
  await accept(desk.put(`${path}/prizes`, { prizes: prizes.map((words) => ({ kind: 'other', words })) }));
  const { draws } = (await accept(desk.post(`${path}/draws`))).body;
  const [reason = ''] = written(30, 1);
  await accept(desk.post(`${path}/draws/${draws[0].id}/void`, { reason: 'other', words: reason }));
  const crew = written(17, 12);
  for (const name of crew) {
    const { deviceId } = await fixtures.device(evening.id, 'door');
    await hillo.pool.query('UPDATE crew_devices SET holder_name = $2 WHERE id = $1', [deviceId, name]);
  }
  const listed = [...new Set(written(29, 12))];
  for (const name of listed)
    await accept(
      desk.post(`/api/organisations/${evening.organisation}/affiliations`, { name, sector: 'association' }),
    );
  await hillo.pool.query('UPDATE accounts SET name = $2 WHERE id = $1', [accountId, reason]);
  await hillo.pool.query('UPDATE organisations SET name = $2 WHERE id = $1', [evening.organisation, reason]);

  await hillo.signIn(
    context,
    { kind: 'account', subjectId: accountId, eveningId: null, role: null },
    maija.grant,
  );
  const page = await context.newPage();
  await expectInert(page, `/organiser/evenings/${evening.id}/draw`, [...prizes, reason]);
  await expectInert(page, `/organiser/evenings/${evening.id}/crew`, crew);
  await expectInert(page, `/organiser/${evening.organisation}/members`, [reason]);
  await expectInert(page, `/organiser/${evening.organisation}/affiliations`, listed);
  await expectInert(page, `/me/${maija.id}/draw`, [reason]);
});

test('prompts are texts on the card and where they are written', async ({ context, hillo }) => {
  const evening = await LiveEvening.open(hillo);
  const { accountId, browser: desk } = await hillo.fixtures.member(evening.organisation, ['organiser']);
  const path = `/api/evenings/${evening.id}/prompts`;
  const { prompts } = (await accept(desk.get(path))).body;
  const titles = NAMES.filter((name) => name.length <= 60).slice(0, prompts.length);
  expect(titles).toHaveLength(prompts.length);
  await accept(
    desk.put(path, {
      prompts: prompts.map(({ id, coloured }: { id: string; coloured: boolean }, at: number) => ({
        id,
        coloured,
        wordings: { fi: { title: titles[at], starter: titles[at] } },
      })),
    }),
  );
  const maija = await evening.guest('Maija');
  await hillo.signIn(
    context,
    { kind: 'account', subjectId: accountId, eveningId: null, role: null },
    maija.grant,
  );
  const page = await context.newPage();
  await expectInert(page, `/me/${maija.id}`, titles);
  // Here each is in the dialog of its square.
  await expectInert(page, `/organiser/evenings/${evening.id}/squares`, []);
});

test('questions, answers and the note to the host are texts on phones and at the desk', async ({
  context,
  hillo,
}) => {
  const evening = await LiveEvening.open(hillo);
  const maija = await evening.guest('Maija');
  const desk = await hillo.fixtures.browser(await evening.member('organiser'));
  const path = `/api/evenings/${evening.id}`;
  const asked = [...new Set(NAMES)].slice(0, 30);
  await accept(desk.patch(`${path}/panel`, { isModerated: false }));
  await accept(desk.put(`${path}/panel/note`, { note: asked[0] ?? '' }));
  for (const text of asked) await accept(desk.post(`${path}/questions`, { text, source: 'card' }));
  await hillo.signIn(context, maija.grant, await evening.device('host'));
  const page = await context.newPage();
  await expectInert(page, `/me/${maija.id}/panel`, asked);
  await expectInert(page, `/host/${evening.id}/questions`, asked);
});

test('the test would see a text that comes alive (control)', async ({ page, hillo }) => {
  await page.goto(`${hillo.url}/`);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<a href="javascript:alert(1)">x</a><p onclick="x">y</p>');
  });
  expect(await strangers(page)).toHaveLength(2);
});
