import { Admission, type CommandAnswer } from '@app/recording';
import type { Principal, Vault } from '@app/vault';
import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Recorded } from '../answers';
import { correlationOf, keyOf } from '../http/command-headers';
import { Needs } from '../http/principal.guard';
import { Problem } from '../http/problem';
import { VAULT } from '../tokens';
import { CommandDescriptions } from './descriptions';
import type { Dispatchable } from './dispatch';
import { Dispatchables } from './dispatchables';

const REVISION = /^(?:W\/)?"?(-?\d{1,15})"?$/;
const REGISTER = /^[a-z0-9-]{1,40}$/;

@Controller('api/commands')
export class CommandsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly admission: Admission,
    private readonly dispatchables: Dispatchables,
    private readonly descriptions: CommandDescriptions,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  /** Every command with its schema, its labels, the class of each field and the refusals to expect. */
  @Get()
  list(): object {
    return { commands: this.descriptions.all };
  }

  /** Takes the request whole: Nest resolves each decorated parameter in a promise of its own. */
  @Post(':name')
  @Needs('record')
  async record(
    @Req() request: FastifyRequest<{ Params: { readonly name: string } }>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Recorded> {
    const { entry, command } = this.find(request.params.name);
    const header = (name: string): string | undefined => request.headers[name] as string | undefined;
    const ifMatch = header('if-match');
    const { replayed, ...answer } = await this.bus.execute<InstanceType<typeof command>, CommandAnswer>(
      new command({
        entry,
        body: this.admission.admit(entry, request.body),
        principal: this.recordsAs(request.principal!, header('import-register'), header('import-synthetic') !== undefined),
        key: keyOf(header('idempotency-key')),
        ...(ifMatch === undefined ? {} : { ifMatch: revisionOf(ifMatch) }),
        correlationId: correlationOf(header('x-correlation-id')),
      }),
    );
    void reply.code(answer.eventIds.length > 0 ? 201 : 200).header('etag', `"${answer.revision}"`);
    if (replayed) void reply.header('idempotency-replayed', 'true');
    return answer;
  }

  /**
   * A register is imported as itself, whoever starts the import: so a second person importing it records nothing twice. Generated activity is
   * imported as a generator's, and stays synthetic.
   */
  private recordsAs(principal: Principal, register: string | undefined, synthetic: boolean): Principal {
    if (register === undefined) return principal;
    const kind = synthetic ? 'generator' : 'import';
    const may = principal.kind === 'admin' || principal.kind === kind;
    if (!may || !REGISTER.test(register)) throw new Problem(403, 'access.import-only');
    return this.vault.principalNamed({ kind, name: `${kind}:${register}` });
  }

  private find(name: string): Dispatchable {
    const found = this.dispatchables.byName.get(name);
    if (!found) throw new Problem(404, 'command.unknown', { command: name.slice(0, 60) });
    return found;
  }
}

function revisionOf(header: string): number {
  const revision = REVISION.exec(header)?.[1];
  if (revision === undefined)
    throw new Problem(400, 'command.if-match-malformed', {}, [{ pointer: 'If-Match', code: 'command.if-match-malformed' }]);
  return Number(revision);
}
