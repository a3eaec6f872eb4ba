import type { Principal, Vault } from '@app/vault';
import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { readsAreOpen, Settings } from '@app/runtime';
import { VAULT } from '../tokens';
import { Problem } from './problem';

export type Need = 'nothing' | 'read' | 'record' | 'administer';

/** What a route needs of its caller; `read` when it says nothing. */
export const Needs = (need: Need) => SetMetadata('need', need);

declare module 'fastify' {
  interface FastifyRequest {
    principal?: Principal;
  }
}

@Injectable()
export class PrincipalGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly settings: Settings,
    @Inject(VAULT) private readonly vault: Vault,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const need = this.reflector.getAllAndOverride<Need | undefined>('need', [context.getHandler(), context.getClass()]) ?? 'read';
    if (need === 'nothing' || (need === 'read' && readsAreOpen(this.settings))) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer ([A-Za-z0-9_-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1];
    const principal = token === undefined ? undefined : this.vault.principalOf(token);
    if (!principal) throw new Problem(401, 'access.token-needed', {}, [], { 'www-authenticate': 'Bearer' });
    if (need === 'administer' && principal.kind !== 'admin') throw new Problem(403, 'access.admin-only');
    request.principal = principal;
    return true;
  }
}
