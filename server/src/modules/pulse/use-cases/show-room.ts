import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { meetingsOf, roomOf, type RoomPicture } from '@hillo/domain/pulse';
import { Clock } from '../../../platform/clock/index.js';
import type { Db } from '../../../platform/database/index.js';
import { TaggedAnswer } from '../../../platform/http/index.js';
import { Streams } from '../../../platform/realtime/index.js';
import { RoomRepository } from '../data/room-repository.js';

/** Evenings whose last picture is remembered. */
const REMEMBERED = 20;
/** What is not told yet may stay unseen for so long. */
const FRESH_MS = 1_000;

interface Remembered {
  readonly at: number;
  readonly rev: number;
  readonly room: Promise<RoomPicture>;
}

/**
 * The room as a picture without anybody in it that could be known (product rules 1 and 15): dots, and counts of meetings. A
 * room full of phones that come back at once reads the rev each and the picture once.
 */
@Injectable()
export class ShowRoom {
  private readonly rooms = new Map<string, Remembered>();

  constructor(
    @Inject(RoomRepository) private readonly repository: RoomRepository,
    @Inject(Streams) private readonly streams: Streams,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async answer(eveningId: string): Promise<TaggedAnswer> {
    const rev = await this.streams.rev(`pulse:${eveningId}`);
    const room = await this.remembered(eveningId, rev);
    return new TaggedAnswer({ rev, ...room }, `room-${rev}-${fingerprint(room)}`);
  }

  async read(eveningId: string, db?: Db): Promise<RoomPicture> {
    const row = await this.repository.ofEvening(eveningId, db);
    const room = roomOf(row?.people ?? [], row?.sideOverrides);
    return { ...room, meetings: meetingsOf(room, row?.met ?? [], row?.sideOverrides) };
  }

  private remembered(eveningId: string, rev: number): Promise<RoomPicture> {
    const now = this.clock.now().getTime();
    const known = this.rooms.get(eveningId);
    if (known?.rev === rev && now - known.at < FRESH_MS) return known.room;
    const room = this.read(eveningId);
    this.rooms.delete(eveningId);
    this.rooms.set(eveningId, { at: now, rev, room });
    room.catch(() => this.rooms.delete(eveningId));
    for (const other of this.rooms.keys()) if (this.rooms.size > REMEMBERED) this.rooms.delete(other);
    return room;
  }
}

/** Changes with what is seen. */
export function fingerprint(room: RoomPicture): string {
  return createHash('sha256').update(JSON.stringify(room)).digest('hex').slice(0, 16);
}
