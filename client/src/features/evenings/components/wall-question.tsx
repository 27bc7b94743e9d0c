import { useText } from '../../../lib/texts/texts.js';
import { Button } from '../../../ui/actions/button.js';
import { Notice } from '../../../ui/feedback/notice.js';
import { RadioGroup } from '../../../ui/form/radio-group.js';
import { questionOf, splitWall, type WallTime } from '../wall-times.js';

interface WallQuestionProps {
  id: string;
  time: WallTime;
  timeZone: string;
  error?: string | undefined;
  onChange: (time: WallTime) => void;
}

/** On the nights when clocks move: which of two times, or where to move one that never comes. Nothing at other times. */
export function WallQuestion({ id, time, timeZone, error, onChange }: WallQuestionProps) {
  const text = useText();
  const question = questionOf(time, timeZone);
  if (question.kind === 'none') return null;
  const clock = splitWall(time.wall).time.replace(':', '.');
  if (question.kind === 'never')
    return (
      <Notice
        kind="warning"
        announce
        title={text('planning.clock.neverTitle', { time: clock })}
        actions={
          <Button look="secondary" onClick={() => onChange({ wall: question.movedTo })}>
            {text('planning.clock.move', { time: splitWall(question.movedTo).time.replace(':', '.') })}
          </Button>
        }
      >
        {text('planning.clock.neverText')}
      </Notice>
    );
  return (
    <RadioGroup
      id={id}
      name={id}
      legend={text('planning.clock.twice', { time: clock })}
      hint={text('planning.clock.twiceHint')}
      required
      {...(error === undefined ? {} : { error })}
      value={time.choice ?? ''}
      choices={[
        { value: 'earlier', label: text('planning.clock.earlier') },
        { value: 'later', label: text('planning.clock.later') },
      ]}
      onChange={(choice) => onChange({ ...time, choice: choice === 'earlier' ? 'earlier' : 'later' })}
    />
  );
}
