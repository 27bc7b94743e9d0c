import { Inject, Injectable } from '@nestjs/common';
import { chooseSharing, type SharingChoice, withdrawSharing } from '@hillo/domain/encounters';
import { ChangeEncounter, type EncounterChange } from './change-encounter.js';

type Input = Omit<EncounterChange, 'kind'>;

/** Which contact fields the other may see (product rule 4): shown when both have said yes, taken back at any time. */
@Injectable()
export class ChooseSharing {
  constructor(@Inject(ChangeEncounter) private readonly change: ChangeEncounter) {}

  run(input: Input, choice: SharingChoice) {
    return this.change.run({ ...input, kind: 'sharing' }, (encounter, me) =>
      chooseSharing(encounter, me, choice),
    );
  }

  withdraw(input: Input) {
    return this.change.run({ ...input, kind: 'sharing' }, withdrawSharing);
  }
}
