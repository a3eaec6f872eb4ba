import { type CatalogueEntry, type CommandAnswer, Recorder, type RecordRequest } from '@app/recording';
import type { Type } from '@nestjs/common';
import { CommandHandler, type ICommand, type ICommandHandler } from '@nestjs/cqrs';

/** A command on its way through the bus: one class per command, because the bus dispatches by class. */
export abstract class DispatchedCommand implements ICommand {
  constructor(readonly request: RecordRequest) {}
}

export type DispatchedCommandClass = new (request: RecordRequest) => DispatchedCommand;

export interface Dispatchable {
  readonly entry: CatalogueEntry;
  readonly command: DispatchedCommandClass;
  readonly handler: Type<ICommandHandler>;
}

/** The command class and the handler of one command. All handlers do the same: hand the request to the recorder. */
export function dispatchable(entry: CatalogueEntry): Dispatchable {
  const name = entry.definition.name;
  const command = { [name]: class extends DispatchedCommand {} }[name]!;

  @CommandHandler(command)
  class Handler implements ICommandHandler<DispatchedCommand, CommandAnswer> {
    constructor(readonly recorder: Recorder) {}

    execute({ request }: DispatchedCommand): Promise<CommandAnswer> {
      return this.recorder.record(request);
    }
  }
  return { entry, command, handler: Handler };
}
