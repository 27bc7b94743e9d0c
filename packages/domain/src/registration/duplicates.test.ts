import { describe, expect, it } from 'vitest';
import { type DuplicateCandidate, likelyDuplicates } from './duplicates.js';

describe('likelyDuplicates', () => {
  function candidate(id: string, over: Partial<DuplicateCandidate>): DuplicateCandidate {
    return {
      id,
      cancelled: false,
      firstName: `First${id}`,
      lastName: `Last${id}`,
      affiliation: null,
      emailKey: null,
      phone: null,
      ...over,
    };
  }

  it('finds the same name and affiliation, written in any way', () => {
    const groups = likelyDuplicates([
      candidate('1', { firstName: 'Åsa', lastName: 'Mäki-Lehto', affiliation: 'Sillan väki ry' }),
      candidate('2', { firstName: 'A\u030ASA', lastName: 'Maki Lehto', affiliation: 'SILLAN VÄKI RY' }),
      candidate('3', { firstName: 'Åsa', lastName: 'Mäki-Lehto', affiliation: 'Toinen ry' }),
    ]);
    expect(groups).toEqual([{ reason: 'same-name-and-affiliation', ids: ['1', '2'] }]);
  });

  it('takes a shared address for many people, the same first name there for one', () => {
    const shared = { emailKey: 'info@yhdistys.example' };
    const groups = likelyDuplicates([
      candidate('1', { ...shared, firstName: 'Maija' }),
      candidate('2', { ...shared, firstName: 'Pekka' }),
      candidate('3', { ...shared, firstName: 'maija', lastName: null }),
      candidate('4', { ...shared, firstName: 'Pekka', cancelled: true }),
    ]);
    expect(groups).toEqual([{ reason: 'same-email-and-first-name', ids: ['1', '3'] }]);
  });

  it('finds the same phone and first name', () => {
    const shared = { phone: '0401234567', firstName: 'Maija' };
    expect(likelyDuplicates([candidate('1', shared), candidate('2', shared)])).toEqual([
      { reason: 'same-phone-and-first-name', ids: ['1', '2'] },
    ]);
  });
});
