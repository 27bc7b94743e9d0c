/** Common Finnish names. Put together at random they make invented people; none is copied from anybody. */
export const FIRST_NAMES =
  `Aino Ali Anja Anna Anneli Antti Arja Arto Eero Eeva Eila Elina Emilia Emma Eveliina Fatima
  Hanna Hannu Heidi Heikki Helena Henna Iida Ilkka Ilona Inkeri Irma Jaana Janne Jari Jenni Johanna Jonna Jouni Juha Juhani
  Jukka Kaarina Kaisa Kalle Kari Katja Katri Kimmo Kirsi Kristiina Laila Lasse Laura Lauri Leena Liisa Maarit Maija Mari
  Marja Marko Markku Martti Matti Merja Mikko Minna Mira Nadia Niina Noora Olavi Oona Oskar Outi Paavo Pasi Pauliina Pekka
  Petra Petri Piia Pirjo Päivi Raija Raimo Reijo Riikka Riitta Ritva Saara Sami Sanna Sari Satu Seppo Sini Sirpa Sofia Suvi
  Taina Tapio Tarja Teemu Terhi Tiina Timo Tuija Tuomas Tuula Ulla Veera Veikko Venla Vesa Ville Åsa`.split(
    /\s+/,
  );

export const LAST_NAMES =
  `Aalto Ahonen Anttila Eskola Haapala Hakala Harju Heikkinen Heino Heinonen Hiltunen Hirvonen
  Holm Honkanen Huttunen Hyvönen Hämäläinen Ikonen Jokinen Järvinen Kallio Karhu Karjalainen Kettunen Kinnunen Kiviranta
  Koivisto Kokkonen Korhonen Koskela Koskinen Kuusisto Laakso Laaksonen Laine Laitinen Lahtinen Lappalainen Lehto Lehtinen
  Leppänen Lindholm Lindroos Manninen Mattila Miettinen Mustonen Mäkelä Mäkinen Mäki-Lehto Niemelä Niemi Nieminen Nurmi
  Nyman Ojala Oksanen Paananen Palomäki Pesonen Pitkänen Rantala Rantanen Rautio Räsänen Saari Saarinen Salmi Salminen Salo
  Salonen Savolainen Seppälä Sipilä Sundström Suominen Tamminen Toivonen Tolonen Tuominen Turunen Uusitalo Vainio Vartiainen
  Virtanen Väisänen Wikström Ylinen Österman`.split(/\s+/);

/** Members of the organisation that arranges; their last names are nobody else's, so that no attendee seems to work here. */
export const MEMBERS = [
  { name: 'Elisa Kotiranta', address: 'jarjestaja@example.org', roles: ['organiser'] },
  { name: 'Jarkko Hallamaa', address: 'apulainen@example.org', roles: ['helper'] },
  { name: 'Outi Peltorinne', address: 'esteettomyys@example.org', roles: ['helper', 'access-host'] },
] as const;

export const ORGANISATION = { name: 'Keski-Uudenmaan esimerkkiverkosto', slug: 'esimerkkiverkosto' } as const;
