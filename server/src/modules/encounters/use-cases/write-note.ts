import { Inject, Injectable } from '@nestjs/common';
import { agreeTheSame, type Note, writeNote } from '@hillo/domain/encounters';
import { ChangeEncounter, type EncounterChange } from './change-encounter.js';

type Input = Omit<EncounterChange, 'kind'>;

/** What was agreed and how to go on: each party writes its own note, both see both (product rule 3, S62, S63). */
@Injectable()
export class WriteNote {
  constructor(@Inject(ChangeEncounter) private readonly change: ChangeEncounter) {}

  run(input: Input, note: Note) {
    return this.change.run({ ...input, kind: 'note' }, (encounter, me) => writeNote(encounter, me, note));
  }

  /** "We agreed the same": copies the other's note with one tap. */
  copyOthers(input: Input) {
    return this.change.run({ ...input, kind: 'note' }, agreeTheSame);
  }
}
