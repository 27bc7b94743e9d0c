import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseEmail, normalisePhone, shareableFields } from './contact-details.js';

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
