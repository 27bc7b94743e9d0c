import { dropEntry } from '../../../../lib/offline/write.js';
import { personName } from '../../../../lib/texts/person-name.js';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { LinkButton } from '../../../../ui/actions/link-button.js';
import { Dialog } from '../../../../ui/feedback/dialog.js';
import { Aside } from '../../../../ui/text/text.js';
import type { CardView } from '../../api.js';
import { markAt } from '../../board.js';
import { promptWords } from '../../prompt-words.js';
import type { useMark } from '../../use-mark.js';
import type { WaitingMark } from '../../waiting-marks.js';
import { FailureNotice } from '../failure-notice.js';

interface SquareDialogProps {
  registration: string;
  card: CardView;
  /** The square that is open; undefined closes. */
  square: number | undefined;
  /** Its mark that waits for the network. */
  waiting: WaitingMark | undefined;
  marks: ReturnType<typeof useMark>;
  onClose: () => void;
}

/** One square: what it asks for and how to begin the talk, or who fills it and what may be done about it. */
export function SquareDialog({ registration, card, square, waiting, marks, onClose }: SquareDialogProps) {
  const text = useText();
  const prompt = square === undefined ? undefined : card.prompts[square];
  const mark = square === undefined ? undefined : markAt(card, square);
  const words = prompt ? promptWords(text, prompt) : { title: '', starter: '' };
  const encounter = mark?.encounterId;
  return (
    <Dialog open={prompt !== undefined} title={words.title} onClose={onClose}>
      {prompt?.coloured ? <Aside>{text('bingo.card.legend')}</Aside> : null}
      {mark ? (
        <p>
          {mark.person
            ? text('bingo.square.filledBy', { name: personName(text, mark.person.firstName) })
            : text('bingo.square.namelessText')}
        </p>
      ) : words.starter ? (
        <>
          <Aside>{text('bingo.square.starter')}</Aside>
          <p lang={words.lang}>“{words.starter}”</p>
        </>
      ) : null}
      {mark?.person && encounter ? (
        <p>
          <LinkButton wide href={`/me/${registration}/met/${encounter}`}>
            {text('bingo.square.open')}
          </LinkButton>
        </p>
      ) : null}
      {encounter && !card.frozen ? (
        <p>
          <Button
            look="quiet"
            busy={marks.isPending}
            onClick={() => marks.act({ act: 'take-back', encounter })}
          >
            {text('bingo.square.takeBack')}
          </Button>
        </p>
      ) : null}
      {waiting && !mark ? <Waiting mark={waiting} registration={registration} onClose={onClose} /> : null}
      <FailureNotice error={marks.error} />
    </Dialog>
  );
}

function Waiting({
  mark,
  registration,
  onClose,
}: {
  mark: WaitingMark;
  registration: string;
  onClose: () => void;
}) {
  const text = useText();
  const home = `/me/${registration}`;
  const drop = () => {
    onClose();
    void dropEntry(mark.operationId);
  };
  return (
    <>
      <p>{text('waiting.square.kept')}</p>
      <p>
        <LinkButton
          wide
          href={
            mark.scanned === undefined ? `${home}/met/${mark.encounter}` : `${home}/waiting/${mark.scanned}`
          }
        >
          {text('bingo.square.open')}
        </LinkButton>
      </p>
      <p>
        <Button look="quiet" onClick={drop}>
          {text('waiting.act.drop')}
        </Button>
      </p>
    </>
  );
}
