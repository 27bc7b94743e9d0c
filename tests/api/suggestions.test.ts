import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { operationId, startTestApplication, type TestApplication } from '../support/application.js';
import { registrationForm } from '../support/registration-form.js';
import { type Guest, Room, scan } from '../support/room.js';
import { statementsOf } from '../support/statements.js';

let application: TestApplication;
let house: Room;
let room: Room;

beforeAll(async () => {
  application = await startTestApplication();
  house = await Room.open(application);
});
/** An evening of its own for every test: suggestions are of a whole evening. */
beforeEach(async () => {
  room = await house.another();
});
afterAll(() => application.close());

const TOLD = { offers_may_be_told: true };

const giver = (columns: object = {}) =>
  room.guest('association', {
    first_name: 'Maija',
    affiliation: 'Kylät ry',
    offers: 'Digitukea. Vapaaehtoisia vanhustyöhön',
    ...TOLD,
    ...columns,
  });
const seeker = (columns: object = {}) =>
  room.guest('municipality', {
    first_name: 'Ville',
    affiliation: 'Esimerkkilä',
    needs: 'Uusia vapaaehtoisia',
    ...TOLD,
    ...columns,
  });

const path = ({ id }: Guest, rest = '') => `/api/me/${id}/suggestions${rest}`;
const read = async (guest: Guest) => (await guest.phone.get(path(guest))).body;
const names = async (guest: Guest): Promise<string[]> =>
  (await read(guest)).people.map(({ firstName }: { firstName: string }) => firstName);
/** What was worked out before is not served any more. */
const later = () => application.clock.advance(10_000);

describe('whom to meet', () => {
  it('is told with the reason, in the words of both, and nothing else of the other (rule 4)', async () => {
    const maija = await giver({ phone: '+358401234567', share_fields: ['email'] });
    const ville = await seeker();
    expect(await read(ville)).toEqual({
      isOpen: true,
      wanted: true,
      offersMayBeTold: true,
      hasWishes: true,
      dismissed: 0,
      people: [
        {
          id: maija.id,
          firstName: 'Maija',
          affiliation: 'Kylät ry',
          reasons: [
            {
              kind: 'offers-what-you-need',
              theirs: 'Vapaaehtoisia vanhustyöhön',
              mine: 'Uusia vapaaehtoisia',
            },
          ],
        },
      ],
    });
    expect((await read(maija)).people).toMatchObject([
      { firstName: 'Ville', reasons: [{ kind: 'needs-what-you-offer', theirs: 'Uusia vapaaehtoisia' }] },
    ]);
  });

  it('understands Finnish, Swedish and English, compound words and tags', async () => {
    await giver({ first_name: 'Liisa', offers: '', offer_tags: ['kokoustila'] });
    await giver({ first_name: 'Åsa', offers: 'Frivilliga ledare för barnläger' });
    await giver({ first_name: 'Mary', offers: 'Volunteering with children' });
    expect(await names(await seeker({ needs: 'Tilaa kerholle' }))).toEqual(['Liisa']);
    expect(await names(await seeker({ needs: 'en frivillig' }))).toEqual(['Åsa']);
    expect(await names(await seeker({ needs: 'We need volunteers' }))).toEqual(['Mary']);
    expect(await names(await seeker({ needs: 'Etsin, haen, and the för' }))).toEqual([]);
  });

  it('leaves out who is not in the room once the evening runs, children, and whom one came with', async () => {
    const ville = await seeker();
    const absent = await room.absent({ first_name: 'Helmi', offers: 'vapaaehtoisia', ...TOLD });
    await giver({ first_name: 'Taika', kind: 'child', accompanies_id: absent.id });
    await giver({ first_name: 'Onni', kind: 'support', accompanies_id: ville.id });
    await giver({ first_name: 'Lempi', state: 'waiting' });
    expect(await names(ville)).toEqual([]);
    await room.checkIn(absent.id);
    later();
    expect(await names(ville)).toEqual(['Helmi']);
  });

  it('begins before the evening and ends with it', async () => {
    await room.absent({ first_name: 'Helmi', offers: 'vapaaehtoisia', ...TOLD });
    const ville = await seeker();
    const move = (state: string) =>
      application.db.execute('UPDATE evenings SET state = $2 WHERE id = $1', [room.eveningId, state]);
    await move('published');
    expect(await names(ville)).toEqual(['Helmi']);
    await move('closed');
    expect(await read(ville)).toMatchObject({ isOpen: false, people: [] });
  });

  it('is shared fairly: nobody is suggested to all while others offer the same', async () => {
    const givers = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        giver({ first_name: `Antaja${at}`, affiliation: `Yhdistys ${at}`, offers: 'Kahvia' }),
      ),
    );
    const seekers = await Promise.all(
      Array.from({ length: 10 }, () => seeker({ needs: 'kahvia', offers_may_be_told: false })),
    );
    const all = (await Promise.all(seekers.map(names))).flat();
    const times = givers.map((_, at) => all.filter((name) => name === `Antaja${at}`).length);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(7);
    expect(Math.max(...times)).toBeLessThanOrEqual(9);
  });

  it('asks the database the same few questions for one and for many', async () => {
    const ville = await seeker();
    await giver();
    const counted = async () => {
      later();
      return (await statementsOf(() => ville.phone.get(path(ville)))).statements.length;
    };
    await counted();
    const one = await counted();
    for (let at = 0; at < 5; at += 1) await giver({ affiliation: `Kylä ${at}` });
    expect(one).toBeGreaterThan(0);
    expect(await counted()).toBe(one);
  });
});

describe('who has not ticked the box', () => {
  it('is found by nobody, in no answer and no stream, whatever they offer', async () => {
    const hidden = await giver({ first_name: 'Salla', offers_may_be_told: false });
    const ville = await seeker();
    expect(await names(ville)).toEqual([]);
    const streams = await Promise.all(
      [`registration:${ville.id}`, `draw:${room.eveningId}`].map((stream) =>
        ville.phone.get(`/api/streams/${stream}?since=0`),
      ),
    );
    const told = [await read(ville), ...streams.map(({ body }) => body)];
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`Salla|vanhusty|${hidden.id}`));
    // They may look for others themselves.
    expect(await names(hidden)).toEqual(['Ville']);
  });

  it('is everybody whose form was sent without it; ticked there, it is a consent of the form', async () => {
    const { eveningId } = await house.another({ state: 'published' });
    const send = async (...boxes: readonly string[]) => {
      const form = registrationForm({ consents: ['privacy-notice', ...boxes] });
      const url = `/api/public/evenings/ilta-${eveningId}/registrations`;
      return (await (await house.fixtures.browser()).post(url, form)).body.id;
    };
    const told = (id: string) =>
      application.db.execute(
        `SELECT 1 FROM registrations r WHERE r.id = $1 AND r.offers_may_be_told AND EXISTS (
           SELECT 1 FROM consents c WHERE c.registration_id = r.id AND c.kind = 'offers-may-be-told' AND c.given AND c.channel = 'form')`,
        [id],
      );
    expect(await told(await send())).toBe(0);
    expect(await told(await send('offers-may-be-told'))).toBe(1);
  });

  it('is gone at once when the tick is taken back, and each answer is kept as a consent', async () => {
    const [maija, ville] = [await giver({ offers_may_be_told: false }), await seeker()];
    const tick = (offersMayBeTold: boolean) => maija.phone.patch(`/api/me/${maija.id}`, { offersMayBeTold });
    expect(await names(ville)).toEqual([]);
    expect((await tick(true)).body.registration.offersMayBeTold).toBe(true);
    later();
    expect(await names(ville)).toEqual(['Maija']);
    await tick(false);
    expect(await names(ville)).toEqual([]);
    const decided = await application.db.execute(
      `SELECT 1 FROM consents WHERE registration_id = $1 AND kind = 'offers-may-be-told' AND channel = 'own-page'`,
      [maija.id],
    );
    expect(decided).toBe(2);
  });

  it('cannot be found out by putting them aside, nor anybody of another evening', async () => {
    const ville = await seeker();
    const hidden = await giver({ offers_may_be_told: false });
    const elsewhere = await (await house.another()).guest('association', TOLD);
    for (const id of [hidden.id, elsewhere.id, ville.id, operationId()]) {
      const { status, body } = await ville.phone.put(path(ville, `/${id}/dismissal`), {});
      expect([status, body.code]).toEqual([404, 'not-found']);
    }
  });

  it('has no words shown that they have rewritten since', async () => {
    const [maija, ville] = [await giver(), await seeker()];
    expect(await names(ville)).toEqual(['Maija']);
    await maija.phone.patch(`/api/me/${maija.id}`, { offers: 'Digitukea' });
    expect(await names(ville)).toEqual([]);
  });
});

describe('somebody suggested', () => {
  it('is gone at once when met, and stays away when the meeting is removed', async () => {
    const [maija, ville] = [await giver(), await seeker()];
    expect(await names(ville)).toEqual(['Maija']);
    const { body } = await scan(maija, ville);
    expect(await names(ville)).toEqual([]);
    await ville.phone.delete(`/api/me/${ville.id}/encounters/${body.encounter.id}`);
    later();
    expect(await names(ville)).toEqual([]);
  });

  it('stays away when put aside, until all are wanted back; the own pages are told', async () => {
    const [maija, ville] = [await giver(), await seeker()];
    await giver({ first_name: 'Sanni', affiliation: 'Toinen ry' });
    expect((await names(ville)).toSorted()).toEqual(['Maija', 'Sanni']);
    const aside = await ville.phone.put(path(ville, `/${maija.id}/dismissal`), {});
    expect(aside.body).toMatchObject({ dismissed: 1, people: [{ firstName: 'Sanni' }] });
    later();
    expect(await names(ville)).toEqual(['Sanni']);
    expect(await names(maija)).toEqual(['Ville']);
    const { body } = await ville.phone.get(`/api/streams/registration:${ville.id}?since=0`);
    expect(JSON.stringify(body)).toContain('"suggestions"');
    expect(JSON.stringify(body)).not.toContain(maija.id);
    expect((await ville.phone.delete(path(ville, '/dismissals'))).body.dismissed).toBe(0);
    expect((await names(ville)).toSorted()).toEqual(['Maija', 'Sanni']);
  });

  it('makes room for others when all were put aside', async () => {
    const ville = await seeker();
    for (let at = 0; at < 12; at += 1) await giver({ affiliation: `Kylä ${at}` });
    const { people } = await read(ville);
    expect(people).toHaveLength(8);
    for (const { id } of people.slice(1)) await ville.phone.put(path(ville, `/${id}/dismissal`), {});
    const last = await ville.phone.put(path(ville, `/${people[0].id}/dismissal`), {});
    expect(last.body.people).toHaveLength(4);
  });
});

describe('one’s own choice', () => {
  it('turns suggestions off and on by one tap; others go on being told', async () => {
    const [maija, ville] = [await giver(), await seeker()];
    const off = await ville.phone.put(path(ville, '/wanted'), { wanted: false });
    expect(off.body).toMatchObject({ wanted: false, people: [] });
    expect(await names(maija)).toEqual(['Ville']);
    const on = await ville.phone.put(path(ville, '/wanted'), { wanted: true });
    expect(on.body).toMatchObject({ wanted: true, people: [{ firstName: 'Maija' }] });
  });

  it('follows what one writes at once', async () => {
    await giver();
    const ville = await seeker({ needs: '' });
    expect(await read(ville)).toMatchObject({ hasWishes: false, people: [] });
    await ville.phone.patch(`/api/me/${ville.id}`, { needs: 'vapaaehtoisia' });
    expect(await names(ville)).toEqual(['Maija']);
  });

  it('is forgotten the night after, and with the person', async () => {
    const [maija, ville] = [await giver(), await seeker({ email: null })];
    const left = () =>
      application.db.execute(
        `SELECT 1 FROM suggestion_stops WHERE registration_id = $1
         UNION ALL SELECT 1 FROM dismissed_suggestions WHERE registration_id = $1 OR dismissed_id = $1`,
        [ville.id],
      );
    const choose = async () => {
      await ville.phone.put(path(ville, `/${maija.id}/dismissal`), {});
      await maija.phone.put(path(maija, `/${ville.id}/dismissal`), {});
      await ville.phone.put(path(ville, '/wanted'), { wanted: false });
      expect(await left()).toBe(3);
    };
    const night = async () => {
      await application.db.execute(`SELECT graphile_worker.add_job('purge-suggestions')`);
      await application.runJobs();
    };
    await choose();
    await night();
    expect(await left()).toBe(3);
    const minuteAgo = new Date(application.clock.now().getTime() - 60_000);
    await application.db.execute(
      `UPDATE evenings SET ends_at = $2::timestamptz, starts_at = $2::timestamptz - interval '3 hours' WHERE id = $1`,
      [room.eveningId, minuteAgo],
    );
    await night();
    expect(await left()).toBe(0);
    await choose();
    expect((await ville.phone.post(`/api/me/${ville.id}/erasure`)).status).toBeLessThan(300);
    expect(await left()).toBe(0);
  });
});
