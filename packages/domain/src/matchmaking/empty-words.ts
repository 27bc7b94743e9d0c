/**
 * Words of wishes that say nothing about their subject: offering, seeking, when, how much. The stop words of the database's
 * dictionaries are left out before; these are those that they lack. Compared as {@link wordsOf} gives them.
 */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `
  tarjoan tarjoamme tarjota tarjolla tarjoaa etsin etsimme etsii haen haemme kaipaan kaipaamme tarvitsen tarvitsemme
  tarvitaan tarvetta haluan haluamme haluaisin haluaisimme halutaan voin voimme voisin voisimme voidaan löytää saada antaa
  tehdä tekevät tekee tulla olla uusi uutta uusia uuden muita muiden kaikki kaikille eri hyvä hyviä paljon vähän myös vain
  kanssa kesken yhdessä yhteinen yhteistä yhteisiä yhteistyö yhteistyötä yhteistyöhön yhteistyön
  kumppani kumppania kumppaneita kumppanit kumppaniksi esimerkiksi sekä
  yhdistys yhdistyksen yhdistykset yhdistyksiä yhdistysten yhdistyksille yhdistyksestä järjestö järjestön järjestöt järjestöjä
  järjestöjen kunta kunnan kunnasta kunnassa ihminen ihmisiä ihmiset ihmisille tieto tietoa apu apua
  maksutta ilmainen ilmaista ilmaiseksi sopuhintaan torstaisin maanantaisin tiistaisin keskiviikkoisin perjantaisin
  lauantaisin sunnuntaisin iltaisin päivisin viikonloppuisin iltana illassa iltaan päivä päivänä keväällä kesällä syksyllä
  talvella viikko viikossa kuukausi kuussa vuosi vuodessa kerran
  erbjuder erbjuda söker sökes behöver behövs vill kunna gärna nya annat andra tillsammans samarbete samarbeta gratis
  förening föreningen föreningar kommun kommunen människor information hjälp
  kvällar kväll dagar dag veckan helger våren sommaren hösten vintern måndagar tisdagar onsdagar torsdagar fredagar
  offer offers offering looking look seek seeking need needs needed want wanted would like can could new other others
  association associations organisation organisations municipality people information info help
  together cooperation collaboration partner partners free evening evenings day days week weekend weekends spring summer
  autumn winter mondays tuesdays wednesdays thursdays fridays
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);
