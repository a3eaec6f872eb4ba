import { terms } from '@app/partnership';
import { catalogueOf } from '@app/recording';
import { Body, Controller, HttpCode, Module, Post, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CommandBus, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

const ANSWER = {
  streamId: 'session-AAAAAAAAAAAAAAAAAAAAAA',
  revision: 1,
  position: '0001-0000000000000001',
  eventIds: ['00000000-0000-8000-8000-000000000000'],
};

/** Nest and Fastify, JSON in and out, nothing between. */
@Controller('api/commands')
class BareController {
  @Post('register-participant')
  @HttpCode(201)
  record(@Body() _body: unknown): object {
    return { ...ANSWER };
  }
}

class Received {
  constructor(readonly body: object) {}
}

@CommandHandler(Received)
class ReceivedHandler implements ICommandHandler<Received, object> {
  async execute(_command: Received): Promise<object> {
    return { ...ANSWER };
  }
}

const bodyClass = catalogueOf(terms).get('register-participant')!.definition.body;

/** The same as any Nest application would do it: the command's class-validator class, checked by the pipe, then the command bus. */
@Controller('api/commands')
class ValidatedController {
  constructor(private readonly bus: CommandBus) {}

  @Post('register-participant')
  @HttpCode(201)
  record(
    @Body(new ValidationPipe({ expectedType: bodyClass, transform: true, whitelist: true, forbidNonWhitelisted: true })) body: object,
  ): Promise<object> {
    return this.bus.execute<Received, object>(new Received(body));
  }
}

@Module({ controllers: [BareController] })
class BareModule {}

@Module({ imports: [CqrsModule.forRoot()], controllers: [ValidatedController], providers: [ReceivedHandler] })
class ValidatedModule {}

export const noOpApp = (kind: 'bare' | 'validated'): Promise<NestFastifyApplication> =>
  NestFactory.create<NestFastifyApplication>(kind === 'bare' ? BareModule : ValidatedModule, new FastifyAdapter(), {
    logger: ['error', 'warn'],
  });
