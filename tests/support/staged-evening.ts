import type { SceneKind } from '@hillo/domain/stage';
import { newId } from '@hillo/server/platform/clock';
import { expect, type Page } from '@playwright/test';
import type { Browser } from './browser-session.js';
import type { Hillo } from './e2e.js';
import { type Guest, LiveEvening } from './live-evening.js';

const TABLES = 12;
const QUESTIONS = [
  'Miten yhdistys saa kunnan tilan käyttöönsä iltaisin ilman kohtuutonta paperisotaa?',
  'Kuka kutsuu perheet mukaan?',
  'Voisiko seurakunta lainata bussin leirille?',
  'Mistä löydämme vapaaehtoisia vertaisohjaajia keväälle?',
  'Miten hyvinvointialue kertoo muutoksista yhdistyksille ajoissa?',
  'Mihin perhe soittaa ensimmäiseksi?',
  'Onko leirille tukea?',
];
const PROGRAMME = [
  ['arrival', 'Saapuminen ja kahvit', 0],
  ['fair', 'Tori: kuka tekee mitä?', 30],
  [
    'talk',
    'Sanna Esimerkki ja Ville Malli: Yhteinen kesä. Mitä opimme, kun kunta ja yhdistys jakoivat avaimen',
    60,
  ],
  ['bingo', '', 80],
  ['group-work', 'Pöytäkeskustelut', 100],
  ['panel', '', 130],
  ['draw', '', 160],
] as const;

/** An evening with everything that the big screen can show: programme, two table rounds, questions. */
export class StagedEvening {
  private constructor(
    private readonly hillo: Hillo,
    readonly evening: LiveEvening,
    readonly guests: readonly Guest[],
    readonly host: Browser,
  ) {}

  static async open(hillo: Hillo, columns: Readonly<Record<string, unknown>> = {}): Promise<StagedEvening> {
    const evening = await LiveEvening.open(hillo, columns);
    const guests = [];
    for (const name of ['Aino', 'Ville', 'Onni']) guests.push(await evening.guest(name));
    const host = await hillo.fixtures.browser(await evening.device('host'));
    const staged = new StagedEvening(hillo, evening, guests, host);
    await staged.plan();
    await staged.seat();
    return staged;
  }

  get path(): string {
    return `/api/evenings/${this.evening.id}/stage`;
  }

  private async plan(): Promise<void> {
    const begin = Date.UTC(2026, 10, 26, 15);
    for (const [position, [kind, title, minutes]] of PROGRAMME.entries())
      await this.hillo.fixtures.insert('programme_blocks', {
        id: newId(),
        evening_id: this.evening.id,
        kind,
        title,
        position,
        is_tentative: false,
        starts_at: new Date(begin + minutes * 60_000),
        ends_at: new Date(begin + (minutes + 20) * 60_000),
      });
  }

  /** Two rounds that people see; the guests sit at tables 5 and 6. */
  private async seat(): Promise<void> {
    const { id } = this.evening;
    const plan = newId();
    await this.hillo.fixtures.insert('seatings', {
      evening_id: id,
      rounds: 2,
      aim: 'mix-sectors',
      crowd: 'present',
      counts_encounters: false,
      plan_id: plan,
      published_id: plan,
      published_at: new Date(),
    });
    const tables = Array.from({ length: TABLES }, () => newId());
    for (const [position, table] of tables.entries())
      await this.hillo.fixtures.insert('seating_tables', {
        id: table,
        evening_id: id,
        position,
        name: String(position + 1),
        seats: 8,
        accessible: position === 0,
        x: position,
        y: 1,
      });
    const place = (person: string, round: number, at: number) =>
      this.hillo.fixtures.insert('seating_places', {
        plan_id: plan,
        round,
        registration_id: person,
        evening_id: id,
        table_id: tables[at],
      });
    for (const round of [1, 2]) {
      for (const guest of this.guests) await place(guest.id, round, round + 3);
      for (const at of tables.keys())
        for (let seat = 0; seat < (at === 11 ? 1 : 2); seat++)
          await place(await this.hillo.fixtures.registration(id), round, at);
    }
  }

  /** Typed in from cards and shown; the first goes on the stage. */
  async ask(onStage: boolean): Promise<void> {
    const questions = `/api/evenings/${this.evening.id}/questions`;
    for (const [index, text] of QUESTIONS.entries()) {
      const { id } = (await this.host.post(questions, { text, source: 'card' })).body;
      const move = onStage && index === 0 ? 'put-on-stage' : 'approve';
      await this.host.post(`${questions}/${id}/moves`, { move, version: 0 });
      for (const guest of this.guests.slice(0, index % 4))
        await guest.phone.put(`/api/me/${guest.id}/votes/${id}`, {});
    }
  }

  /** The first scene of this kind that the evening offers. */
  async show(kind: SceneKind): Promise<void> {
    const { version, sheet, programme } = (await this.host.get(this.path)).body;
    const offered = sheet.find(({ scene }: { scene: string }) => scene === kind);
    const scene =
      offered ?? (kind === 'programme' ? { scene: kind, block: programme[0].id } : { scene: kind });
    const reply = await this.host.put(`${this.path}/scene`, { version, scene });
    if (reply.status !== 200) throw new Error(`The scene was refused: ${JSON.stringify(reply.body)}`);
  }
}

/** Resolves when the big screen's page would open without network. */
export async function shellIsKept(screen: Page): Promise<void> {
  await expect
    .poll(() =>
      screen.evaluate(
        async () => (await caches.match('/stage')) !== undefined && !!navigator.serviceWorker.controller,
      ),
    )
    .toBe(true);
}
