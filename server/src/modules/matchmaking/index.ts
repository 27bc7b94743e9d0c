import { Module } from '@nestjs/common';

/** Who is worth meeting, and who sits with whom. */
@Module({})
export class MatchmakingModule {}
