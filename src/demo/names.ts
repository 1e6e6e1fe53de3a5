/** Who works where in the invented company: names made up for it, of nobody in particular. */
import type { Person } from '../org/person.ts';

/** Where people sit, and what they read there. */
export const SITES = {
  kiel: { timezone: 'Europe/Berlin', country: 'DE', locale: 'de' },
  kielEnglish: { timezone: 'Europe/Berlin', country: 'DE', locale: 'en' },
  brest: { timezone: 'Europe/Paris', country: 'FR', locale: 'fr' },
  vigo: { timezone: 'Europe/Madrid', country: 'ES', locale: 'es' },
  london: { timezone: 'Europe/London', country: 'GB', locale: 'en-GB' },
  boston: { timezone: 'America/New_York', country: 'US', locale: 'en-US' },
  sanDiego: { timezone: 'America/Los_Angeles', country: 'US', locale: 'en-US' },
  pune: { timezone: 'Asia/Kolkata', country: 'IN', locale: 'en' },
  yokohama: { timezone: 'Asia/Tokyo', country: 'JP', locale: 'en' },
  sydney: { timezone: 'Australia/Sydney', country: 'AU', locale: 'en-GB' },
} satisfies Readonly<Record<string, Pick<Person, 'timezone' | 'country' | 'locale'>>>;

export type Site = keyof typeof SITES;

/** Unit id to site to names. The first name of a unit leads it. */
export const ROSTER: Readonly<Record<string, Readonly<Partial<Record<Site, string>>>>> = {
  company: { kielEnglish: 'Ingrid Halloran, Tomasz Wierzba' },
  instruments: { kielEnglish: 'Rasmus Thorsted' },
  acoustics: {
    kielEnglish: 'Marit Solberg, Ada Lindqvist, Emeka Nwachuku, Zeynep Karaca',
    kiel:
      'Jonas Petersen, Friederike Möller, Thees Brodersen, Ayşe Yıldırım, Heiko Lorenzen, ' +
      'Swantje Carstens, Bartosz Zieliński',
    brest: 'Maëlle Kerbrat',
  },
  sensors: {
    kiel:
      'Dörte Ketelsen, Malte Jessen, Wiebke Rohwer, Sönke Matthiesen, Katrin Nissen, ' +
      'Yusuf Demirtaş, Lena Bockholt, Piotr Kaczmarek',
    kielEnglish: 'Leila Farahani, Oisín Brannigan, Mateus Carvalhal',
    brest:
      'Yann Quéméner, Solène Guillou, Loïc Tanguy, Anaïs Kermarrec, Gwenaëlle Riou, Émile Abgrall',
  },
  firmware: {
    kielEnglish: 'Priyanka Deshmane, Anton Vasilescu, Hanneke Dijkgraaf, Samir Haddouche',
    kiel: 'Nils Hinrichsen, Imke Paulsen, Torben Asmussen, Merle Gosch, Kerem Aksoylu',
    pune:
      'Rohan Gokhale, Sneha Patwardhan, Aditya Kelkar, Meera Joglekar, Nikhil Phadnis, ' +
      'Tanvi Bapat',
    boston: 'Caleb Whitcomb, Renata Oyelaran, Dustin Prewitt, Joelle Marchetti',
  },
  production: { kiel: 'Carsten Wohlenberg' },
  assembly: {
    kiel:
      'Birgit Clausen, Hauke Detlefsen, Mehmet Türkoğlu, Silke Harms, Dennis Wulf, Anke Thomsen, ' +
      'Kacper Nowicki, Jutta Ehlers, Sven Boysen, Fatma Erdemir, Lasse Christiansen, ' +
      'Olga Reimers, Ramona Teschke, Erik Sievers, Danuta Pawlak, Uwe Lührs, Hatice Bozkurt, ' +
      'Marvin Stuhr, Elke Ohlsen, Jannik Behrens, Tjark Feddersen, Ilse Rathje, Goran Mihaljev',
    kielEnglish: 'Kwame Boadi, Nadia Benkirane',
  },
  calibration: {
    vigo:
      'Iria Castroviejo, Brais Lourido, Uxía Pazos, Xoán Figueiras, Lucía Armesto, ' +
      'Martiño Seoane',
    kiel: 'Gesa Momsen, Holger Truelsen, Emine Sarıkaya, Ole Bahnsen, Rieke Andresen',
    kielEnglish: 'Filip Novotný, Chiara Bellandi',
  },
  supply: {
    kiel: 'Renate Böttger, Klaas Ingwersen, Dilara Akyol, Bjarne Jacobsen',
    vigo: 'Antía Rebolledo, Sabela Outeiro, Roi Cambeiro',
    london: 'Nerys Prosser, Callum Strachan',
  },
  software: { london: 'Imogen Ashdown' },
  charts: {
    london:
      'Rhiannon Tregenza, Devika Ramanan, Angus Kilbride, Folasade Akintola, ' +
      'Harriet Penhallow, Jerome Baptiste, Siobhán Keaveney, Tariq Mahmud, Beatrix Oldroyd, ' +
      'Owain Llewelyn',
    brest: 'Maxime Jaouen, Clémence Prigent',
    kielEnglish: 'Sanna Virtala, Dmitri Orlenko',
  },
  data: {
    pune:
      'Kavita Ranade, Arjun Sathe, Isha Limaye, Farhan Qureshy, Pooja Nadkarni, Vikram Hebbar, ' +
      'Ananya Deodhar, Suresh Palekar, Lakshmi Venkatan, Gaurav Mhatre, Ritu Chaudhari',
    boston: 'Mackenzie Thorne, Andre Villanueva, Hye-jin Paik, Tobias Lindgren',
    london: 'Gwendolyn Frith, Babak Rostami',
  },
  platform: {
    kielEnglish: 'Elif Güneş, Casper Vandermolen',
    boston: 'Shanice Holloway, Brendan Castellano',
    pune: 'Omkar Desai',
    yokohama: 'Haruka Minegishi',
    sydney: 'Lachlan Corrigan',
  },
  customers: { boston: 'Valerie Kincannon' },
  'sales-europe': {
    london: 'Fergus Abernethy, Phoebe Wainwright, Kofi Larbi',
    brest: 'Thibault Cariou, Ségolène Morvan',
    vigo: 'Noa Carballeira, Iago Bouzas',
    kiel: 'Arne Gottschalk, Tanja Freese',
    kielEnglish: 'Giulia Santoriello',
  },
  'sales-americas': {
    boston:
      'Monique Hartsfield, Travis Okafor, Luz Arredondo, Bryce Pelletier, Danielle Kowalczyk, ' +
      'Hector Villaseñor',
    sanDiego:
      'Kimiko Tanabe, Jesús Montañez, Brooke Lindahl, Marcus Tillery, Xiomara Quintanar, ' +
      'Preston Vu, Naomi Feldhaus, Ruben Etxeberria, Tamika Broussard',
  },
  'service-pacific': {
    sydney: 'Bronwyn Taverner, Jarrah Mulligan, Mei-Lin Cheung',
    yokohama: 'Kenta Shirasawa, Aoi Murakoshi, Daichi Onoda',
  },
  business: { kielEnglish: 'Margarethe Oduya' },
  finance: {
    kiel: 'Thorsten Hagemann, Gudrun Petzold, Vanessa Schramm',
    kielEnglish: 'Ismail Cherkaoui',
    boston: 'Colleen Rafferty',
  },
  people: {
    kielEnglish: 'Judith Amsel',
    kiel: 'Frauke Lüders',
    london: 'Oluwaseun Adekoya',
    boston: 'Paige Sorensen',
  },
};
