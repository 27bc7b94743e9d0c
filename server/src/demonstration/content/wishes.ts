import type { Side } from '@hillo/domain/registration';

/** What people of a side offer and need, with tags (S1). */
export const OFFERS: Readonly<Record<Side, readonly (readonly [string, readonly string[]])[]>> = {
  public: [
    ['Ryhmätila iltaisin maksutta', ['tila']],
    ['Tietoa palveluista ja siitä, miten niihin pääsee', ['neuvonta']],
    ['Yhteinen tapahtuma keväällä', ['tapahtuma']],
    ['Puheenvuoro yhdistyksen iltaan', ['puhuja']],
    ['Näkyvyyttä infonäytöillä ja uutiskirjeessä', ['viestintä']],
    ['Salivuoro arki-iltana', ['tila', 'liikunta']],
  ],
  community: [
    ['Vertaisryhmä torstaisin', ['vertaistuki']],
    ['Vapaaehtoisia tapahtumiin', ['vapaaehtoiset']],
    ['Kokemuspuheenvuoroja', ['puhuja', 'kokemus']],
    ['Avoin kahvihetki perjantaisin', ['kohtaaminen']],
    ['Retkiä lähiluontoon', ['luonto']],
    ['Digitukea kädestä pitäen', ['digituki']],
    ['Apua hakemusten kirjoittamiseen', ['neuvonta']],
    ['Kävelykaveri', ['liikunta']],
  ],
  business: [
    ['Kokeilupaikka työhön palaavalle', ['työ']],
    ['Kokoustila maanantaisin', ['tila']],
    ['Tarjoilut tapahtumaan sopuhintaan', ['tapahtuma']],
  ],
};

export const NEEDS: Readonly<Record<Side, readonly (readonly [string, readonly string[]])[]>> = {
  public: [
    ['Tietoa siitä, mitä yhdistykset tekevät iltaisin', ['neuvonta']],
    ['Kokemusasiantuntijoita suunnitteluun', ['kokemus']],
    ['Vapaaehtoisia asumisen tueksi', ['vapaaehtoiset']],
    ['Kumppani hyvinvointiviikolle', ['tapahtuma']],
    ['Keinoja tavoittaa ne, jotka eivät hae apua', ['kohtaaminen']],
  ],
  community: [
    ['Tila vertaisryhmälle', ['tila']],
    ['Yhteyshenkilö kunnasta', ['neuvonta']],
    ['Kyytejä retkille', ['kuljetus']],
    ['Puhuja teemailtaan', ['puhuja']],
    ['Uusia vapaaehtoisia', ['vapaaehtoiset']],
    ['Salivuoro', ['tila', 'liikunta']],
    ['Kumppani avustushakemukseen', ['rahoitus']],
  ],
  business: [
    ['Yhdistyksiä, joiden kanssa tehdä yhdessä', ['tapahtuma']],
    ['Tietoa esteettömyydestä', ['neuvonta']],
  ],
};

/** Access needs of invented people; stored encrypted like any other. */
export const ACCESS_NEEDS = [
  'Kuljen pyörätuolilla. Tarvitsen pöydän, jonka alle mahtuu, ja paikan lähellä ovea.',
  'Kuulen huonosti hälyssä. Istun mieluiten edessä, ja puhujan pitää käyttää mikrofonia.',
  'Tarvitsen hiljaisen huoneen, johon voin mennä välillä lepäämään.',
] as const;
