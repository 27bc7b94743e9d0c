import { useText } from '../../../lib/texts/texts.js';
import { Checkbox } from '../../../ui/form/checkbox.js';
import { TextArea } from '../../../ui/form/text-area.js';

const WORDS_MAX = 1500;

export interface WrittenTell {
  mailAdditions: boolean;
  words: string;
}
export const UNTOLD: WrittenTell = { mailAdditions: false, words: '' };

/** Additions to a public evening may be mailed to everyone registered and waiting; the organiser decides (S39). */
export function TellFields({
  value,
  onChange,
}: {
  value: WrittenTell;
  onChange: (tell: WrittenTell) => void;
}) {
  const text = useText();
  return (
    <>
      <Checkbox
        label={text('planning.tell.offer')}
        hint={text('planning.tell.offerHint')}
        checked={value.mailAdditions}
        onChange={({ target }) => onChange({ ...value, mailAdditions: target.checked })}
      />
      {value.mailAdditions ? (
        <TextArea
          id="tell-words"
          label={text('planning.tell.words')}
          hint={text('planning.tell.wordsHint')}
          limit={WORDS_MAX}
          value={value.words}
          onChange={({ target }) => onChange({ ...value, words: target.value })}
        />
      ) : null}
    </>
  );
}

/** What goes along with a change of a public evening; a draft tells nobody. */
export function tellBody(tell: WrittenTell) {
  return { confirmed: false, mailAdditions: tell.mailAdditions, words: tell.words };
}
