import {
  checkBlock,
  type ProgrammeBlock,
  type ProgrammeNotice,
  programmeNotices,
} from '@hillo/domain/evenings';
import type { Evening } from './api.js';
import type { WrittenBlock } from './components/block-editor.js';
import { exactWallOf, instantOf, wallOf } from './wall-times.js';

export function writtenBlocks({ programme, timeZone }: Evening): WrittenBlock[] {
  return programme.map((block) => ({
    ...block,
    startsAt: exactWallOf(block.startsAt, timeZone),
    endsAt: exactWallOf(block.endsAt, timeZone),
  }));
}

/** A new block begins where the last one ended, else with the evening. */
export function nextBlock(
  blocks: readonly WrittenBlock[],
  { startsAt, timeZone }: Evening,
  id: string,
): WrittenBlock {
  const last = blocks.at(-1);
  const begin = last?.endsAt.wall || (last === undefined ? wallOf(startsAt, timeZone).wall : '');
  return {
    id,
    kind: blocks.length === 0 ? 'arrival' : 'talk',
    title: '',
    startsAt: { wall: begin },
    endsAt: { wall: '' },
    confirmed: false,
  };
}

function toBlock(block: WrittenBlock, timeZone: string): ProgrammeBlock {
  return {
    ...block,
    startsAt: instantOf(block.startsAt, timeZone) ?? null,
    endsAt: instantOf(block.endsAt, timeZone) ?? null,
  };
}

/** Blocks that the server would refuse, by the control to mend. */
export function wrongBlocks(
  blocks: readonly WrittenBlock[],
  timeZone: string,
): readonly { readonly control: string; readonly code: BlockProblem }[] {
  return blocks.flatMap((block) => {
    const checked = checkBlock(toBlock(block, timeZone));
    if (checked.ok) return [];
    const name = checked.code === 'block-ends-before-start' ? 'endsAt' : 'startsAt';
    return [{ control: `block-${block.id}-${name}`, code: checked.code }];
  });
}
type BlockProblem = Extract<ReturnType<typeof checkBlock>, { ok: false }>['code'];

/** Kind words about a programme that is allowed all the same. */
export function noticesOf(blocks: readonly WrittenBlock[], evening: Evening): readonly ProgrammeNotice[] {
  const notices = programmeNotices(
    blocks.map((block) => toBlock(block, evening.timeZone)),
    new Date(evening.startsAt),
    new Date(evening.endsAt),
  );
  return [...new Set(notices.map(({ notice }) => notice))];
}
