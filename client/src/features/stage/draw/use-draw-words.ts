import { useText } from '../../../lib/texts/texts.js';
import type { Drawn } from './api.js';

type Winner = Drawn['winners'][number];

/** A draw at its step in words. */
export function useDrawWords() {
  const text = useText();
  return {
    title: ({ state, ticketCount }: Drawn) =>
      state === 'frozen'
        ? text('stageDraw.title.frozen', { count: ticketCount ?? 0 })
        : text(`stageDraw.title.${state}`),
    /** Undefined while the server is away and it would say what comes. */
    lead: ({ state, voided }: Drawn, isLive: boolean) => {
      if (state === 'done') return undefined;
      if (state === 'void') return voided?.words || text(`draw.voidReason.${voided?.reason ?? 'other'}`);
      return isLive ? text(`stageDraw.lead.${state}`) : undefined;
    },
    prize: (draw: Drawn, { prize }: Pick<Winner, 'prize'>) => {
      const { words = '', kind = 'other' } = draw.prizes[prize] ?? {};
      return words === '' ? text(`draw.prizeKind.${kind}`) : words;
    },
    winner: ({ person, ticket }: Winner) =>
      ticket === null
        ? text('draw.result.nobody')
        : [person?.firstName, person?.affiliation].filter(Boolean).join(', ') ||
          text('draw.result.ticket', { ticket }),
    ticket: ({ person, ticket }: Winner) =>
      person && ticket !== null ? text('draw.result.ticket', { ticket }) : undefined,
  };
}

/** 64 letters and digits as one reads them out: eight at a time. */
export function inGroups(sign: string): readonly string[] {
  return sign.match(/.{1,8}/g) ?? [];
}
