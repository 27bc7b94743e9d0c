import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useText } from '../../../../lib/texts/texts.js';
import { Button } from '../../../../ui/actions/button.js';
import { ButtonRow } from '../../../../ui/actions/button-row.js';
import { useAnnounce } from '../../../../ui/feedback/announcer.js';
import { Notice } from '../../../../ui/feedback/notice.js';
import { ProgressBar } from '../../../../ui/feedback/progress-bar.js';
import { type Seating, stopRun } from '../api.js';

interface RunPanelProps {
  seating: Seating;
  progress: number;
  isSending: boolean;
  isUnsaved: boolean;
  onDiscard: () => void;
  onStopped: (seating: Seating) => void;
}

/** "Seat them", how far the planner is, and why it could not. */
export function RunPanel({ seating, progress, isSending, isUnsaved, onDiscard, onStopped }: RunPanelProps) {
  const text = useText();
  const { run, held, plan } = seating;
  const stop = useMutation({
    mutationFn: () => stopRun(seating.evening.id, run?.id ?? ''),
    onSuccess: onStopped,
  });
  const isPlanning = run?.state === 'planning';
  useAnnounceEnd(run?.state);
  return (
    <>
      {isPlanning ? (
        <ProgressBar
          label={text('seating.run.planning')}
          value={progress}
          max={100}
          words={text('seating.run.progress', { percent: progress })}
        />
      ) : null}
      {run?.state === 'refused' && run.refusal ? (
        <Notice kind="warning" announce title={text('seating.refused.title')}>
          {text(`seating.refused.${run.refusal}`)}
        </Notice>
      ) : null}
      {run?.state === 'cancelled' ? <Notice>{text('seating.run.cancelled')}</Notice> : null}
      <ButtonRow>
        {isPlanning ? (
          <Button look="secondary" busy={stop.isPending} onClick={() => stop.mutate()}>
            {text('seating.run.stop')}
          </Button>
        ) : (
          <Button type="submit" busy={isSending}>
            {held > 0
              ? text('seating.run.from', { round: held + 1 })
              : text(plan ? 'seating.run.again' : 'seating.run.begin')}
          </Button>
        )}
        {isUnsaved && !isPlanning ? (
          <Button look="quiet" onClick={onDiscard}>
            {text('seating.run.discard')}
          </Button>
        ) : null}
      </ButtonRow>
    </>
  );
}

/** Read out when everybody has a seat. */
function useAnnounceEnd(state: NonNullable<Seating['run']>['state'] | undefined): void {
  const text = useText();
  const announce = useAnnounce();
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'planning' && state === 'planned') announce(text('seating.run.done'));
    before.current = state;
  }, [state, announce, text]);
}
