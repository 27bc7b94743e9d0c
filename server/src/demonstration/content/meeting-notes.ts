import type { NoteOwner } from '@hillo/domain/encounters';
import type { Side } from '@hillo/domain/registration';

/** What somebody might have written after a meeting: who writes, whom they met, and the day of the next step. */
export interface MeetingNote {
  readonly writer: Side;
  readonly other: Side;
  readonly agreed: string;
  readonly nextStep: string;
  /** The next step's day, counted from the evening. */
  readonly days: number;
  readonly owner: NoteOwner;
}

const SIDE_OF = { c: 'community', p: 'public', b: 'business' } as const satisfies Record<string, Side>;

/** One note a line: writer's and other's side, agreed, next step, days, owner. */
function notes(
  lines: readonly (readonly [`${'c' | 'p' | 'b'}${'c' | 'p' | 'b'}`, string, string, number, NoteOwner])[],
) {
  return lines.map(([sides, agreed, nextStep, days, owner]): MeetingNote => ({
    writer: SIDE_OF[sides[0] as 'c' | 'p' | 'b'],
    other: SIDE_OF[sides[1] as 'c' | 'p' | 'b'],
    agreed,
    nextStep,
    days,
    owner,
  }));
}

export const RECOVERY_NOTES = notes([
  [
    'cp',
    'Vertaisryhmä saa tilan tiistai-iltoihin kello 17–19 maksutta. Kahvinkeitin löytyy.',
    'Sovitaan avaimista ja kokeillaan kolme kertaa.',
    10,
    'both',
  ],
  [
    'cp',
    'Kohtaamispaikasta kerrotaan jokaiselle, joka odottaa hoitoon pääsyä.',
    'Lähetän esitteen ja aukioloajat, myös paperilla.',
    5,
    'writer',
  ],
  [
    'pc',
    'Työntekijä tulee kohtaamispaikkaan kerran kuussa, ilman ajanvarausta.',
    'Ehdotan kahta päivää ja kysyn, saanko auton.',
    7,
    'writer',
  ],
  [
    'cp',
    'Kokemusasiantuntija mukaan palvelun suunnitteluun. Palkkio maksetaan.',
    'Saan kokousajat ja palkkiolomakkeen.',
    14,
    'other',
  ],
  [
    'pc',
    'Odotustilaan tehdään yhdistysten seinä.',
    'Käydään yhdessä katsomassa paikka ja mitataan taulu.',
    12,
    'both',
  ],
  [
    'cp',
    'Omaisten ilta järjestetään yhdessä maaliskuussa. Me kutsumme väen, sali tulee toiselta.',
    'Tehdään kutsu ja lyödään päivä lukkoon.',
    21,
    'both',
  ],
  [
    'pc',
    'Ensimmäiselle käynnille saa ottaa vertaisen mukaan. Se kirjataan ohjeeseen.',
    'Vien asian tiimikokoukseen.',
    9,
    'writer',
  ],
  [
    'cp',
    'Kävelyryhmä lähtee terveysaseman pihalta joka toinen torstai.',
    'Toinen kysyy, saako ryhmästä kertoa infonäytöllä.',
    8,
    'other',
  ],
  [
    'pc',
    'Asumisen tukeen tarvitaan ystäviä arki-iltoihin. Kaksi vapaaehtoista on jo valmiina.',
    'Tavataan yhdessä vapaaehtoisten kanssa.',
    15,
    'both',
  ],
  [
    'cp',
    'Yhdistys käy kertomassa toiminnasta työntekijöiden aamupalaverissa.',
    'Saan kutsun kalenteriin, 20 minuuttia riittää.',
    11,
    'other',
  ],
  [
    'pc',
    'Kerätään yhteen listaan, mistä saa apua iltaisin ja viikonloppuisin.',
    'Teen pohjan, toinen täydentää yhdistysten tiedot.',
    13,
    'writer',
  ],
  [
    'cp',
    'Nuorten mielenterveydestä pidetään yhteinen ilta koulun juhlasalissa.',
    'Toinen kysyy rehtorilta kevään vapaat illat.',
    18,
    'other',
  ],
  [
    'pc',
    'Soitto viikon päästä jokaiselle, joka lähtee katkolta kotiin. Vertainen soittaa, jos ihminen haluaa.',
    'Mietitään, miten lupa kysytään.',
    16,
    'both',
  ],
  [
    'cc',
    'Yhdistetään kesäretket: yksi bussi, kaksi yhdistystä.',
    'Lasketaan lähtijät ja kysytään tarjous.',
    20,
    'both',
  ],
  ['cc', 'Lainaamme toisillemme puhujia vertaisiltoihin.', 'Lähetän kevään ohjelman.', 6, 'writer'],
  [
    'cc',
    'Ruokapiiri ja vertaisryhmä samaan taloon perjantaisin, niin kukaan ei jää yksin syömään.',
    'Käydään katsomassa keittiö.',
    9,
    'both',
  ],
  [
    'cc',
    'Koulutetaan vapaaehtoiset yhdessä, kumpikin kutsuu viisi ihmistä.',
    'Toinen varaa kouluttajan huhtikuuksi.',
    25,
    'other',
  ],
  [
    'cc',
    'Hyvä juttu arjesta kuntoutumisen jälkeen, halutaan jatkaa kahvin äärellä.',
    'Soitellaan ensi viikolla.',
    4,
    'both',
  ],
  [
    'cc',
    'Haetaan yhdessä avustusta, jotta kohtaamispaikka on auki lauantaisin.',
    'Luen hakuohjeet ja lähetän linkin.',
    17,
    'writer',
  ],
  [
    'cb',
    'Kuntoutujalle kokeilupaikka: kaksi tuntia kerrallaan ja tuttu ohjaaja.',
    'Käydään yhdessä tutustumassa.',
    8,
    'both',
  ],
  [
    'bc',
    'Yhdistyksen hallitus saa kokoustilan maanantaisin.',
    'Lähetän ovikoodin ja talon säännöt.',
    3,
    'writer',
  ],
  [
    'cb',
    'Työpajan tuotteet myyntiin yhdistyksen kevätmyyjäisiin.',
    'Toinen lähettää hinnat ja kuvat.',
    22,
    'other',
  ],
  [
    'pp',
    'Tavataan yhteisiä asiakkaita samassa huoneessa kerran kuussa, jotta ihmisen ei tarvitse kertoa kaikkea kahdesti.',
    'Kokeillaan kaksi kuukautta.',
    14,
    'both',
  ],
  ['pp', 'Sama esite käyttöön kaikissa kuudessa kunnassa.', 'Lähetän tiedoston muokattavaksi.', 7, 'writer'],
  ['pp', 'Yhteinen aamukahvi, johon kutsutaan aina yksi yhdistys.', 'Toinen varaa huoneen.', 10, 'other'],
  [
    'pb',
    'Avoimista kokeilupaikoista kerrotaan suoraan työpajan ohjaajalle.',
    'Annan yhteyshenkilön nimen ja numeron.',
    2,
    'writer',
  ],
  ['bp', 'Yritys tulee mukaan hyvinvointiviikon ohjelmaan.', 'Saan ilmoittautumislomakkeen.', 19, 'other'],
]);

export const DISABILITY_NOTES = notes([
  [
    'cp',
    'Uimahallin hiljainen tunti kokeiluun sunnuntaiaamuna.',
    'Kysyn perheiltä sopivan ajan, toinen kysyy hallilta.',
    10,
    'both',
  ],
  ['pc', 'Teatteriryhmä esiintyy kunnan kulttuuriviikolla.', 'Varaan salin ja äänentoiston.', 14, 'writer'],
  [
    'cp',
    'Vanhempien ilta pidetään samaan aikaan kuin lasten kerho, niin kotoa pääsee lähtemään.',
    'Tehdään yhteinen kutsu selkokielellä.',
    12,
    'both',
  ],
  [
    'pc',
    'Palveluesite kirjoitetaan uudelleen selkokielellä. Ryhmä lukee ja korjaa.',
    'Lähetän luonnoksen luettavaksi.',
    9,
    'writer',
  ],
  [
    'cp',
    'Perheille tehdään lista, josta löytää lomittajan viikonlopuksi.',
    'Toinen selvittää, saako listan antaa perheille.',
    16,
    'other',
  ],
  [
    'pc',
    'Nuorelle etsitään työkokeilu läheltä kotia. Yhdistys lähtee tueksi ensimmäisiin päiviin.',
    'Tavataan nuoren kanssa.',
    8,
    'both',
  ],
  [
    'cp',
    'Sovelletun liikunnan ryhmä saa salivuoron torstaisin kello 18.',
    'Toinen varmistaa vuoron.',
    5,
    'other',
  ],
  ['pc', 'Iltatilaisuuksiin järjestetään yhteinen kyyti.', 'Lasken tarpeen ja hinnan.', 11, 'writer'],
  [
    'cp',
    'Palvelupisteeseen kuvakortit ja hiljainen nurkka.',
    'Lainaan meidän korttimme malliksi.',
    6,
    'writer',
  ],
  [
    'pc',
    'Raatiin kutsutaan kaksi ihmistä, jotka puhuvat omasta arjestaan. Tukihenkilö saa tulla mukaan.',
    'Lähetän kutsun ja kerron kulukorvauksista.',
    13,
    'writer',
  ],
  ['cc', 'Yhteinen discoilta kahden kunnan nuorille.', 'Sovitaan päivä ja soittaja.', 21, 'both'],
  [
    'cc',
    'Leirille otetaan mukaan kuusi nuorta ja heidän tukihenkilönsä.',
    'Toinen lähettää ilmoittautumisohjeen.',
    18,
    'other',
  ],
  [
    'cc',
    'Vanhemmat tapaavat kerran kuussa, vuorotellen kummankin luona.',
    'Ehdotan ensimmäistä iltaa.',
    7,
    'writer',
  ],
  ['cc', 'Teatteriryhmä ja bändi tekevät yhteisen esityksen.', 'Kokeillaan yhdet harjoitukset.', 15, 'both'],
  ['cb', 'Esteetön auto käyttöön retkipäivinä sopimushintaan.', 'Toinen lähettää tarjouksen.', 9, 'other'],
  [
    'bc',
    'Työntekijät tulevat kuulemaan perheiden kokemuksia.',
    'Tuon viisi työntekijää mukaan.',
    20,
    'writer',
  ],
  [
    'pp',
    'Siirtymä päiväkodista kouluun suunnitellaan yhdessä perheen kanssa, ei kolmessa eri palaverissa.',
    'Kokeillaan kolmen perheen kanssa.',
    17,
    'both',
  ],
  ['pp', 'Samat kuvat käyttöön kaikissa palveluissa.', 'Lähetän kuvapankin linkin.', 4, 'writer'],
  ['pb', 'Kesätyöntekijä avotyöhön.', 'Toinen kertoo, millaista työtä on.', 23, 'other'],
  [
    'bp',
    'Kuljettajille koulutus: miten kohtaan matkustajan, joka puhuu kuvilla.',
    'Etsin meiltä kaksi sopivaa päivää.',
    10,
    'writer',
  ],
]);
