import { useQuery } from '@tanstack/react-query';
import { request } from '../../../../lib/http/request.js';
import { problemText } from '../../../../lib/texts/problem-text.js';
import { useLanguage, useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { Spinner } from '../../../../ui/feedback/spinner.js';
import { FormFailure } from '../../../../ui/form/form-failure.js';
import { suggestForEvening } from '../../api.js';
import { type ComingDetails, comingDetailsQuery, type ComingPerson, type Move } from '../../coming-api.js';
import { emptyForm, personBody } from '../../form-values.js';
import { HandForm, type WrittenByHand } from './hand-form.js';

interface AddDialogProps {
  evening: string;
  open: boolean;
  onClose: () => void;
  onAdded: (person: ComingDetails) => void;
}

/** What a helper may not see is not sent back empty. */
function bodyOf(written: WrittenByHand) {
  const { agreedHow, ...person } = written;
  const {
    sharesWithEveryone: _,
    associationMaySee: __,
    offersMayBeTold: ___,
    drawOptIn: ____,
    ...body
  } = personBody(person);
  return { ...body, agreedHow };
}

export function AddDialog({ evening, open, onClose, onAdded }: AddDialogProps) {
  const text = useText();
  const { locale } = useLanguage();
  return (
    <Dialog open={open} title={text('coming.add.title')} onClose={onClose}>
      <p>{text('coming.add.text')}</p>
      <HandForm
        suggest={suggestForEvening(evening)}
        saved={{ ...emptyForm(locale), agreedHow: '' }}
        label={text('coming.add.send')}
        seesContacts
        send={(written) =>
          request('POST /api/evenings/:evening/registrations', { params: { evening }, body: bodyOf(written) })
        }
        onSaved={onAdded}
      />
    </Dialog>
  );
}

/** What can be done by hand from here; the server decides whether it may. */
function movesOf({ state, kind, checkedInAt }: ComingPerson): readonly Move[] {
  if (checkedInAt !== null) return [];
  if (state === 'cancelled') return kind === 'person' ? ['restore'] : [];
  if (kind !== 'person') return ['cancel'];
  return state === 'waiting' ? ['promote', 'cancel'] : ['move-to-waitlist', 'cancel'];
}

interface EditDialogProps {
  evening: string;
  registration: string;
  onClose: () => void;
  onSaved: (person: ComingDetails) => void;
  onMove: (person: ComingPerson, move: Move) => void;
}

/** One registration: what can be done with it, then what can be corrected in it. */
export function EditDialog({ evening, registration, onClose, onSaved, onMove }: EditDialogProps) {
  const text = useText();
  const details = useQuery(comingDetailsQuery(evening, registration));
  const person = details.data;
  return (
    <Dialog open title={text('coming.edit.title')} onClose={onClose}>
      <FormFailure words={details.error === null ? undefined : problemText(text, details.error)} />
      {person ? (
        <>
          <ButtonRow>
            {movesOf(person).map((move) => (
              <Button key={move} look="secondary" onClick={() => onMove(person, move)}>
                {text(`coming.move.${move}`)}
              </Button>
            ))}
          </ButtonRow>
          <EditForm evening={evening} person={person} onSaved={onSaved} />
        </>
      ) : (
        <Spinner words={text('coming.loading')} />
      )}
    </Dialog>
  );
}

function EditForm({
  evening,
  person,
  onSaved,
}: {
  evening: string;
  person: ComingDetails;
  onSaved: (person: ComingDetails) => void;
}) {
  const text = useText();
  const seesContacts = person.sector !== null;
  return (
    <HandForm
      suggest={suggestForEvening(evening)}
      saved={writtenOf(person)}
      label={text('coming.edit.send')}
      seesContacts={seesContacts}
      onSaved={onSaved}
      send={(written) => {
        const { email, phone, offers, needs, offerTags, needTags, sector, shownSector, ...seen } =
          bodyOf(written);
        const contacts = { email, phone, offers, needs, offerTags, needTags };
        return request('PATCH /api/evenings/:evening/registrations/:registration', {
          params: { evening, registration: person.id },
          body: {
            ...seen,
            ...(written.sector === '' ? {} : { sector, shownSector }),
            ...(seesContacts ? contacts : {}),
          },
        });
      }}
    />
  );
}

function writtenOf(person: ComingDetails): WrittenByHand {
  return {
    ...emptyForm(person.locale),
    firstName: person.firstName,
    lastName: person.lastName,
    email: person.email ?? '',
    phone: person.phone ?? '',
    sector: person.sector ?? '',
    shownSector: person.shownSector ?? '',
    showsExactSector: person.showsExactSector,
    affiliation: person.affiliation,
    offers: person.offers ?? '',
    needs: person.needs ?? '',
    offerTags: person.offerTags.join(', '),
    needTags: person.needTags.join(', '),
    shareFields: person.shareFields,
    showsLastName: person.showsLastName,
    announcesOnStage: person.announcesOnStage,
    agreedHow: person.agreedHow,
  };
}
