import type { Sector } from '@hillo/domain/registration';
import { AFFILIATION_KINDS, MUNICIPALITIES } from './affiliations.js';
import { FIRST_NAMES, LAST_NAMES } from './names.js';
import type { SeededRandom } from './random.js';

/** Somebody invented, as they would fill in the form. */
export interface InventedPerson {
  readonly firstName: string;
  readonly lastName: string;
  /** At a domain that receives no mail (RFC 2606). */
  readonly email: string;
  /** No number in use: after the country code a Finnish one never begins with zero. */
  readonly phone: string;
  readonly sector: Sector;
  readonly affiliation: string | null;
  readonly municipality: string;
  readonly offers: string;
  readonly needs: string;
}

/** Who came to the evenings of the source (003, feedback): mostly associations, then the public sector. In fiftieths. */
const SHARES: Readonly<Record<Sector, number>> = {
  association: 18,
  municipality: 9,
  'wellbeing-county': 7,
  parish: 4,
  'expert-by-experience': 4,
  company: 3,
  resident: 3,
  education: 1,
  state: 1,
};

const OFFERS = [
  'Tila kokouksille iltaisin',
  'Vertaisryhmä torstaisin',
  'Vapaaehtoisia tapahtumiin',
  'Apua hakemusten kirjoittamiseen',
  'Kahvihetki kaikille perjantaisin',
  'Retkiä lähiluontoon',
  'Kokemuspuheenvuoroja',
  'Digitukea kirjastossa',
] as const;
const NEEDS = [
  'Tila vertaisryhmälle',
  'Lisää vapaaehtoisia',
  'Yhteyshenkilö kunnasta',
  'Kumppani kevään tapahtumaan',
  'Tietoa perheiden palveluista',
  'Uusia tapoja tavoittaa nuoria',
  'Kuljetusapua retkille',
  'Puhuja teemailtaan',
] as const;

/**
 * Invents people for one evening. Fifty people have the sectors in the shares of the source exactly, and every fifty
 * after them; e-mails and phones are unique, names may repeat as they do in life.
 */
export function inventPeople(count: number, random: SeededRandom): InventedPerson[] {
  const sectors = Object.entries(SHARES).flatMap(([sector, share]) =>
    Array.from({ length: share }, () => sector as Sector),
  );
  const seats: Sector[] = [];
  while (seats.length < count) seats.push(...random.shuffle(sectors));
  return seats.slice(0, count).map((sector, index) => inventPerson(sector, index, random));
}

function inventPerson(sector: Sector, index: number, random: SeededRandom): InventedPerson {
  const [firstName, lastName] = [random.pick(FIRST_NAMES), random.pick(LAST_NAMES)];
  const municipality = random.pick(MUNICIPALITIES);
  const number = String(index + 1).padStart(7, '0');
  return {
    firstName,
    lastName,
    email: `${asciiOf(firstName)}.${asciiOf(lastName)}.${index + 1}@example.org`,
    phone: `+35800${number}`,
    sector,
    affiliation: random.pick(AFFILIATION_KINDS[sector])(municipality),
    municipality: municipality.name,
    offers: random.happens(70) ? random.pick(OFFERS) : '',
    needs: random.happens(70) ? random.pick(NEEDS) : '',
  };
}

function asciiOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z-]/g, '')
    .toLowerCase();
}
