import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCode, IsOrganisationRef, IsStreamOf, Nested, QuantityBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import { declineMaterialOrder, distributeMaterial, type MaterialState, orderMaterial, useMaterial } from './material.decider';
import {
  DISTRIBUTION_CHANNELS,
  type DistributionChannel,
  MATERIAL_KINDS,
  materialDistributed,
  type MaterialKind,
  materialOrdered,
  materialOrderDeclined,
  materialUsed,
  ORDER_DECLINE_REASONS,
  type OrderDeclineReason,
  RECIPIENT_KINDS,
  type RecipientKind,
} from './material.events';

const IsMaterial = (): PropertyDecorator => IsStreamOf('material');

class ItemBody extends CommandBody {
  @IsIn(MATERIAL_KINDS) kind: MaterialKind;
  @IsCode() item: string;
  @IsIn(RECIPIENT_KINDS) recipientKind: RecipientKind;
}

class OrderMaterialBody extends ItemBody {
  /** Only to correct an order; without it a new one. */
  @IsOptional() @IsMaterial() material?: string;
  @Nested(() => QuantityBody) quantity: QuantityBody;
  @IsOptional() @IsOrganisationRef() recipient?: string;
}

class DeclineMaterialOrderBody extends CommandBody {
  @IsMaterial() material: string;
  @IsIn(ORDER_DECLINE_REASONS) reason: OrderDeclineReason;
}

class DistributeMaterialBody extends ItemBody {
  /** The order that it answers, or the round that it belongs to; without it a new round. */
  @IsOptional() @IsMaterial() material?: string;
  @Nested(() => QuantityBody) quantity: QuantityBody;
  @IsOptional() @IsOrganisationRef() recipient?: string;
  @IsIn(DISTRIBUTION_CHANNELS) channel: DistributionChannel;
}

class UseMaterialBody extends ItemBody {
  /** The order or round of which it was used, where that is known. */
  @IsOptional() @IsMaterial() material?: string;
  @Nested(() => QuantityBody) times: QuantityBody;
}

const command = defineCommand<MaterialState>();
const systems = ['SYS-67', 'SYS-71'];
const namedOrNew = ({ material }: { readonly material?: string }) => (material === undefined ? created() : existing(material));

export const materialCommands: readonly CommandDefinition<any, MaterialState>[] = [
  command({
    name: 'order-material',
    systems,
    body: OrderMaterialBody,
    emits: [materialOrdered],
    target: namedOrNew,
    decide: orderMaterial,
    refusals: ['material.already-ordered'],
  }),
  command({
    name: 'decline-material-order',
    systems,
    body: DeclineMaterialOrderBody,
    emits: [materialOrderDeclined],
    target: ({ material }) => existing(material),
    decide: declineMaterialOrder,
    refusals: ['material.not-ordered', 'material.order-declined', 'material.already-distributed'],
  }),
  command({
    name: 'distribute-material',
    systems,
    body: DistributeMaterialBody,
    emits: [materialDistributed],
    target: namedOrNew,
    decide: distributeMaterial,
    refusals: ['material.other-item', 'material.order-declined', 'material.before-the-order', 'material.more-than-ordered'],
  }),
  command({
    name: 'use-material',
    systems,
    body: UseMaterialBody,
    emits: [materialUsed],
    target: namedOrNew,
    decide: useMaterial,
    refusals: ['material.other-item'],
  }),
];
