import { Global, Module } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { DerivedTokens } from './derived-tokens.js';
import { FieldCipher } from './field-cipher.js';

@Global()
@Module({
  providers: [
    {
      provide: DerivedTokens,
      useFactory: (config: Config) => new DerivedTokens(config.LINK_KEY),
      inject: [CONFIG],
    },
    {
      provide: FieldCipher,
      useFactory: (config: Config) => new FieldCipher(config.FIELD_KEY),
      inject: [CONFIG],
    },
  ],
  exports: [DerivedTokens, FieldCipher],
})
export class TokensModule {}
