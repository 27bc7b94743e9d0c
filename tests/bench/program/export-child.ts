import { inProject } from '../ground/child.js';

/** What `process.send` tells: seconds, and the greatest memory of the process in MiB, before and after. */
export interface ExportReport {
  readonly kind: 'ready';
  readonly seconds: number;
  readonly before: number;
  readonly peak: number;
}

const CONTACTS = 10_000;
const MIB_IN_KIB = 1024;

type WriteXlsx = (sheet: {
  name: string;
  columns: { header: string; kind: 'text' | 'date' }[];
  rows: string[][];
}) => Promise<Buffer>;

const module = (await import(inProject('server/dist/platform/documents/xlsx.js'))) as {
  writeXlsx: WriteXlsx;
};

/** A contact sheet as somebody takes it home: who, whence, how to reach, what was agreed. */
const columns = [
  'Nimi',
  'Yhteisö',
  'Sähköposti',
  'Puhelin',
  'Tarjoaa',
  'Tarvitsee',
  'Sovittiin',
  'Seuraava askel',
]
  .map((header): { header: string; kind: 'text' | 'date' } => ({ header, kind: 'text' }))
  .concat({ header: 'Päivä', kind: 'date' });
const rows = Array.from({ length: CONTACTS }, (_, index) => [
  `Henkilö ${index} Esimerkki`,
  `Esimerkkiyhdistys ${index % 300} ry`,
  `henkilo${index}@example.org`,
  `+358 40 ${String(1_000_000 + index)}`,
  'Kahvihuone kerran viikossa ja vapaaehtoisia tapahtumiin',
  'Tila vertaisryhmälle, torstaisin illalla',
  `Kokeillaan yhdessä keväällä, ryhmä ${index % 40}`,
  'Soitan ja sovitaan käynti',
  '2026-12-10',
]);

const before = process.resourceUsage().maxRSS / MIB_IN_KIB;
const began = performance.now();
await module.writeXlsx({ name: 'Kontaktit', columns, rows });
const report: ExportReport = {
  kind: 'ready',
  seconds: (performance.now() - began) / 1000,
  before,
  peak: process.resourceUsage().maxRSS / MIB_IN_KIB,
};
process.send?.(report, () => process.disconnect());
