import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseEmail, normalisePhone, shareableFields } from './contact-details.js';
import { type DuplicateCandidate, likelyDuplicates } from './duplicates.js';
import { fullName, nameKey, nameWithInitial, parseAffiliation, parseName } from './names.js';
import { mayRegisterAlone, partyRights, seatsOf } from './party.js';

describe('names', () => {
  it('are one to 300 characters of any script', () => {
    expect(parseName(' A\u030Asa ')).toEqual({ ok: true, value: 'Åsa' });
    expect(parseName(' ')).toEqual({ ok: false, code: 'name-missing' });
    expect(parseName('x'.repeat(301))).toMatchObject({ code: 'name-too-long', data: { max: 300 } });
    expect(parseName('a\u0000')).toMatchObject({ code: 'name-forbidden-character' });
    expect(parseAffiliation('  ')).toEqual({ ok: true, value: null });
    expect(parseAffiliation('\ud800')).toMatchObject({ code: 'affiliation-forbidden-character' });
    expect(parseAffiliation('x'.repeat(301))).toMatchObject({ code: 'affiliation-too-long' });
  });

  it('are put together and compared without composition, case or diacritics', () => {
    expect(fullName({ firstName: 'Maija', lastName: null })).toBe('Maija');
    expect(nameWithInitial({ firstName: 'Maija', lastName: 'A\u030Akerman' })).toBe('Maija A\u030A.');
    expect(nameKey({ firstName: 'Maija', lastName: 'Mäkelä' })).toBe(
      nameKey({ firstName: 'MAIJA', lastName: 'Makela' }),
    );
  });
});

describe('normaliseEmail', () => {
  it.each([
    [' Maija.Meri@Example.FI ', 'Maija.Meri@Example.FI', 'maija.meri@example.fi'],
    ['info+ilta@yhdistys.example', 'info+ilta@yhdistys.example', 'info+ilta@yhdistys.example'],
    ['åsa@exa\u0308mple.fi', 'åsa@exämple.fi', 'åsa@exämple.fi'],
  ])('takes %j', (text, address, key) => {
    expect(normaliseEmail(text)).toEqual({ ok: true, value: { address, key } });
  });

  it.each([
    '',
    'maija',
    '@example.fi',
    'maija@',
    'maija@localhost',
    'ma ija@example.fi',
    'maija@exa mple.fi',
    'maija@example..fi',
    'maija@-example.fi',
    'a@b@example.fi',
    'maija@example.fi\r\nBcc: all@example.fi',
    'maija..meri@example.fi',
    '"Maija" <maija@example.fi>',
    `${'a'.repeat(65)}@example.fi`,
    `maija@${'a'.repeat(64)}.fi`,
    `a@${'bcd.'.repeat(70)}fi`,
  ])('refuses %j', (text) => {
    expect(normaliseEmail(text)).toEqual({ ok: false, code: 'email-invalid' });
  });

  it('takes every ordinary address and gives a key that stays when read again', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const read = normaliseEmail(email);
        if (!read.ok) return;
        expect(read.value.address).not.toMatch(/[\r\n\0]/);
        const again = normaliseEmail(read.value.key);
        expect(again).toMatchObject({ ok: true, value: { key: read.value.key } });
      }),
    );
  });
});

describe('phone and shared fields', () => {
  it('keeps digits and a plus', () => {
    expect(normalisePhone(' +358 (40) 123-4567 ')).toEqual({ ok: true, value: '+358401234567' });
    expect(normalisePhone('０４０ １２３４５６')).toEqual({ ok: true, value: '040123456' });
    expect(normalisePhone('call me')).toEqual({ ok: false, code: 'phone-invalid' });
    expect(normalisePhone('1234')).toEqual({ ok: false, code: 'phone-invalid' });
    expect(normalisePhone('+12+345678')).toEqual({ ok: false, code: 'phone-invalid' });
  });

  it('shares only chosen fields that hold something', () => {
    expect(
      shareableFields(['phone', 'email', 'needs'], { email: 'a@b.fi', phone: '', lastName: 'Meri' }),
    ).toEqual(['email']);
  });
});

describe('party', () => {
  it('counts people, and gives each the rights of rule 6', () => {
    expect(seatsOf({ supportPersons: 1, children: 2 })).toBe(4);
    expect(partyRights('registrant', false)).toMatchObject({
      plays: true,
      mayEnterDraw: true,
      badge: 'with-qr',
    });
    expect(partyRights('support-person', false)).toMatchObject({
      plays: false,
      mayEnterDraw: false,
      badge: 'with-qr',
    });
    expect(partyRights('support-person', true)).toMatchObject({ plays: true, mayEnterDraw: true });
    expect(partyRights('child', true)).toEqual({
      seat: true,
      badge: 'without-qr',
      plays: false,
      mayEnterDraw: false,
    });
    expect([12, 13].map(mayRegisterAlone)).toEqual([false, true]);
  });
});

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
