import {
  type Card,
  completedRows,
  DEFAULT_PROMPTS,
  fittingSquares,
  markSquare,
  newCard,
  promptOrder,
  type Square,
  takes,
} from '@hillo/domain/bingo';
import { asWrittenByOther, EMPTY_NOTE, type Note, pairOf } from '@hillo/domain/encounters';
import { addDays, wallClockAt } from '@hillo/domain/evenings';
import { DEFAULT_SIDES, type Side } from '@hillo/domain/registration';
import type { CardEntity, MarkEntity } from '../modules/bingo/data/entities.js';
import type { EncounterEntity, EncounterPartyEntity } from '../modules/encounters/data/entities.js';
import { SHARING_TEXT_VERSION } from '../modules/encounters/index.js';
import { newId } from '../platform/clock/index.js';
import type { Chance } from './chance.js';
import type { DemonstrationPlan } from './content/evening-plans.js';
import type { MeetingNote } from './content/meeting-notes.js';
import type { Person } from './people.js';
import { minutesAfter, TIME_ZONE } from './times.js';

interface Player {
  readonly person: Person;
  readonly side: Side;
  card: Card;
  rev: number;
  ticketSince: Date | null;
  readonly notes: Set<MeetingNote>;
}

export interface Game {
  readonly encounters: readonly EncounterEntity[];
  readonly parties: readonly EncounterPartyEntity[];
  readonly cards: readonly CardEntity[];
  readonly marks: readonly MarkEntity[];
}

/** Nobody scans in the first minutes after coming in. */
const SETTLING_MINUTES = 2;
const NOTE_PERCENT = 62;
const SAME_PERCENT = 60;
const YES_PERCENT = 65;
/** So often a square is taken that fills a row; otherwise any that fits. */
const ROW_PERCENT = 45;

/** Plays an evening by the rules of the domain: meetings one after the other, each with its squares, notes and yeses. */
export class EveningGame implements Game {
  readonly encounters: EncounterEntity[] = [];
  readonly parties: EncounterPartyEntity[] = [];
  readonly marks: MarkEntity[] = [];
  private readonly players: readonly Player[];
  private readonly met = new Set<string>();

  constructor(
    private readonly plan: Pick<DemonstrationPlan, 'notes' | 'meetings'>,
    people: readonly Person[],
    private readonly chance: Chance,
  ) {
    this.players = people
      .filter(({ plays, checkedInAt }) => plays && checkedInAt !== null)
      .map((person) => {
        const cardId = newId();
        return {
          person,
          side: DEFAULT_SIDES[person.sector],
          card: newCard(cardId, promptOrder(cardId, DEFAULT_PROMPTS)),
          rev: 0,
          ticketSince: null,
          notes: new Set(),
        };
      });
  }

  get cards(): CardEntity[] {
    return this.players.map(({ person, card, rev, ticketSince }) => ({
      id: card.id,
      eveningId: person.eveningId,
      registrationId: person.id,
      issuedAt: person.checkedInAt as Date,
      hiddenAt: null,
      ticketSince,
      frozenAt: null,
      rev,
    }));
  }

  /** Plays all meetings between the two instants. */
  play(from: Date, until: Date): this {
    const { meetings } = this.plan;
    const span = (until.getTime() - from.getTime()) / 60_000;
    for (let turn = 0; turn < meetings; turn += 1)
      this.meet(minutesAfter(from, (span * (turn + this.chance.below(90) / 100)) / meetings));
    return this;
  }

  private meet(at: Date): void {
    const here = this.players.filter(
      ({ person }) => minutesAfter(person.checkedInAt as Date, SETTLING_MINUTES) <= at,
    );
    const scanner = here.length < 2 ? undefined : this.chance.pick(here);
    const strangers = here.filter(
      (other) => scanner && other !== scanner && !this.met.has(keyOf(scanner, other)),
    );
    if (!scanner || strangers.length === 0) return;
    const acrossSides = strangers.filter(({ side }) => side !== scanner.side);
    const wished = acrossSides.length > 0 && this.chance.happens(65) ? acrossSides : strangers;
    this.record(scanner, this.chance.pick(wished), at);
  }

  private record(scanner: Player, other: Player, at: Date): void {
    const { low, high } = pairOf(scanner.person.id, other.person.id);
    const id = newId();
    this.met.add(keyOf(scanner, other));
    this.encounters.push({
      id,
      eveningId: scanner.person.eveningId,
      firstId: low,
      secondId: high,
      scannedById: scanner.person.id,
      metAt: at,
      createdAt: at,
      removedAt: null,
      removedById: null,
    });
    if (this.chance.happens(94)) this.mark(scanner, other, id, at);
    if (this.chance.happens(78)) this.mark(other, scanner, id, minutesAfter(at, 0.5));
    this.write(scanner, other, id, at);
  }

  /** One fitting square of the owner's card. */
  private mark(owner: Player, other: Player, encounterId: string, at: Date): void {
    const meeting = { encounterId, ownSide: owner.side, otherSide: other.side };
    const fitting = fittingSquares(owner.card, meeting).filter(({ verdict }) => takes(verdict));
    if (fitting.length === 0) return;
    const tried = this.chance
      .shuffled(fitting)
      .map(({ square }) => markSquare(owner.card, meeting, square, { frozen: false }))
      .filter((outcome) => outcome.ok);
    const rowFirst = this.chance.happens(ROW_PERCENT);
    const chosen = tried.find(({ value }) => rowFirst && value.completed.length > 0) ?? tried[0];
    if (!chosen) return;
    const square = newSquare(owner.card, chosen.value.card);
    owner.card = chosen.value.card;
    owner.rev += 1;
    if (chosen.value.ticket === 'gained') owner.ticketSince = at;
    this.marks.push({
      cardId: owner.card.id,
      square,
      encounterId,
      otherId: other.person.id,
      markedAt: at,
      markedBy: `attendee:${owner.person.id}`,
    });
  }

  /** Perhaps one of them writes what they agreed; the other may agree the same with one tap (product rule 3). */
  private write(scanner: Player, other: Player, encounterId: string, at: Date): void {
    const written = this.chance.happens(NOTE_PERCENT) ? this.noteFor(scanner, other) : undefined;
    const note = written && noteOf(written.note, at);
    const answers = [scanner, other].map((player) => {
      if (!note || !written) return EMPTY_NOTE;
      if (player === written.writer) return note;
      // What only one of them does reads wrong in the other's words.
      return note.owner === 'both' && this.chance.happens(SAME_PERCENT) ? asWrittenByOther(note) : EMPTY_NOTE;
    });
    for (const [index, player] of [scanner, other].entries()) {
      const partner = index === 0 ? other : scanner;
      const own = answers[index] ?? EMPTY_NOTE;
      this.parties.push({
        encounterId,
        ...this.sharing(player, partner, at),
        ...columnsOf(own, at),
        enteredBy: null,
      });
    }
  }

  private noteFor(scanner: Player, other: Player) {
    const fits = this.chance
      .shuffled([
        ...this.plan.notes.map((note) => ({ note, writer: scanner, reader: other })),
        ...this.plan.notes.map((note) => ({ note, writer: other, reader: scanner })),
      ])
      .find(
        ({ note, writer, reader }) =>
          note.writer === writer.side &&
          note.other === reader.side &&
          !writer.notes.has(note) &&
          !reader.notes.has(note),
      );
    fits?.writer.notes.add(fits.note);
    fits?.reader.notes.add(fits.note);
    return fits;
  }

  /** An own answer for this meeting, or none: then the standing choice holds, if there is one (product rule 4). */
  private sharing({ person }: Player, partner: Player, at: Date) {
    const answers = person.shareFields.length > 0 && this.chance.happens(YES_PERCENT);
    const audience = partner.person.associationMaySee ? 'person-and-association' : 'person';
    return {
      registrationId: person.id,
      sharedFields: answers ? person.shareFields : null,
      sharingAudience: answers ? audience : null,
      sharingTextVersion: answers ? SHARING_TEXT_VERSION : null,
      sharedAt: answers ? minutesAfter(at, 1) : null,
      withdrawnAt: null,
    };
  }
}

function keyOf(a: Player, b: Player): string {
  const { low, high } = pairOf(a.person.id, b.person.id);
  return `${low} ${high}`;
}

function newSquare(before: Card, after: Card): Square {
  const added = after.marks.find(({ square }) => !before.marks.some((mark) => mark.square === square));
  if (!added) throw new Error(`card ${after.id} has no new square, rows ${completedRows(after).join()}`);
  return added.square;
}

function noteOf({ agreed, nextStep, days, owner }: MeetingNote, at: Date): Note {
  const date = wallClockAt(addDays(at, days, TIME_ZONE), TIME_ZONE).slice(0, 10);
  return { agreed, nextStep, date, owner };
}

function columnsOf({ agreed, nextStep, date, owner }: Note, at: Date) {
  const isWritten = agreed !== '';
  return {
    agreed,
    nextStep,
    nextDate: date,
    owner: owner ?? '',
    noteUpdatedAt: isWritten ? minutesAfter(at, 2) : null,
  };
}
