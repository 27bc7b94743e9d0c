import type { PanelDesk } from '@hillo/contracts/panel-schemas';
import type { Evening } from '../../evenings/index.js';

/** The evening as the pages of questions need it. */
export function eveningView(evening: Evening, theme: string, now: Date): PanelDesk['evening'] {
  const { id, state, plan } = evening;
  return {
    id,
    theme,
    timeZone: plan.timeZone,
    isRunning: state === 'running',
    isOver: state === 'closed' || (state !== 'running' && plan.endsAt <= now),
  };
}
