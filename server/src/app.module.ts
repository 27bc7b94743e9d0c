import { type DynamicModule, Module } from '@nestjs/common';
import { type Config, CONFIG } from './config/index.js';
import { AccountsModule } from './modules/accounts/index.js';
import { AffiliationsModule } from './modules/affiliations/index.js';
import { BingoModule } from './modules/bingo/index.js';
import { ContactsModule } from './modules/contacts/index.js';
import { DemonstrationModule } from './modules/demonstration/index.js';
import { DoorModule } from './modules/door/index.js';
import { DrawModule } from './modules/draw/index.js';
import { EncountersModule } from './modules/encounters/index.js';
import { EveningsModule } from './modules/evenings/index.js';
import { HealthModule } from './modules/health/index.js';
import { MatchmakingModule } from './modules/matchmaking/index.js';
import { PanelModule } from './modules/panel/index.js';
import { PulseModule } from './modules/pulse/index.js';
import { RegistrationModule } from './modules/registration/index.js';
import { StageModule } from './modules/stage/index.js';
import { ClockModule, type Ports } from './platform/clock/index.js';
import { DatabaseModule } from './platform/database/index.js';
import { FaultsModule } from './platform/faults/index.js';
import { HttpModule } from './platform/http/index.js';
import { JobsModule } from './platform/jobs/index.js';
import { LogModule } from './platform/log/index.js';
import { MailModule } from './platform/mail/index.js';
import { RealtimeModule } from './platform/realtime/index.js';
import { RelayModule } from './platform/relay/index.js';
import { TextsModule } from './platform/texts/index.js';
import { TokensModule } from './platform/tokens/index.js';
import { schema } from './schema.js';

const PLATFORM = [
  FaultsModule,
  HttpModule,
  JobsModule,
  LogModule,
  MailModule,
  RealtimeModule,
  RelayModule,
  TextsModule,
  TokensModule,
];

/** The modules, lowest tier first. */
const MODULES = [
  HealthModule,
  AccountsModule,
  EveningsModule,
  RegistrationModule,
  AffiliationsModule,
  DoorModule,
  EncountersModule,
  PulseModule,
  BingoModule,
  ContactsModule,
  MatchmakingModule,
  PanelModule,
  DrawModule,
  StageModule,
  DemonstrationModule,
];

@Module({})
export class AppModule {
  static register(config: Config, ports: Ports): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(config),
        ClockModule.register(ports),
        ...PLATFORM,
        DatabaseModule.register(schema),
        ...MODULES,
      ],
    };
  }
}

@Module({})
class ConfigModule {
  static register(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
