import { editionViews } from '@app/indicators';
import { Labels } from '@app/labels';
import { Admission, ClockGuard, ReactionRunner, Recorder } from '@app/recording';
import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { CommandsController } from './commands/commands.controller';
import { CommandDescriptions } from './commands/descriptions';
import { dispatchable } from './commands/dispatch';
import { Dispatchables } from './commands/dispatchables';
import { Editions } from './editions/editions';
import { EditionsController } from './editions/editions.controller';
import { Freezing } from './editions/freezing';
import { PrincipalGuard } from './http/principal.guard';
import { ProblemFilter } from './http/problem.filter';
import { Readiness } from './readiness';
import { CaughtUp } from './reading/caught-up';
import { DashboardsController } from './reading/dashboards.controller';
import { EventFiguresController } from './reading/event-figures.controller';
import { EventById } from './reading/event-by-id';
import { EventsController } from './reading/events.controller';
import { ExportsController } from './reading/exports.controller';
import { ContradictionsController } from './reading/contradictions.controller';
import { FiguresController } from './reading/figures.controller';
import { IndicatorsController } from './reading/indicators.controller';
import { HealthController } from './reading/health.controller';
import { LabelsController } from './reading/labels.controller';
import { PlansController } from './reading/plans.controller';
import { ReactionsController } from './reading/reactions.controller';
import { Reading } from './reading/reading';
import { ReportsController } from './reading/reports.controller';
import { ScopesController } from './reading/scopes.controller';
import { SelfEvaluationsController } from './reading/self-evaluations.controller';
import { type Runtime, Settings } from '@app/runtime';
import { EDITION_BYTES, EDITION_VIEWS, EVENT_READER, PROJECTIONS, STORE, VAULT } from './tokens';

@Module({})
export class AppModule {
  /** The application over an opened runtime: everything that the outside can reach. */
  static over(runtime: Runtime, settings: Settings): DynamicModule {
    const dispatchables = new Dispatchables([...runtime.catalogue.values()].map(dispatchable));
    return {
      module: AppModule,
      imports: [CqrsModule.forRoot()],
      controllers: [
        CommandsController,
        FiguresController,
        ExportsController,
        IndicatorsController,
        PlansController,
        DashboardsController,
        EventsController,
        EventFiguresController,
        ContradictionsController,
        EditionsController,
        LabelsController,
        ReactionsController,
        ReportsController,
        ScopesController,
        SelfEvaluationsController,
        HealthController,
      ],
      providers: [
        CaughtUp,
        Reading,
        EventById,
        Labels,
        Editions,
        Freezing,
        { provide: Settings, useValue: settings },
        { provide: VAULT, useValue: runtime.vault },
        { provide: STORE, useValue: runtime.store },
        { provide: EDITION_BYTES, useValue: runtime.editions },
        { provide: EDITION_VIEWS, useValue: editionViews },
        { provide: PROJECTIONS, useValue: runtime.projections },
        { provide: EVENT_READER, useValue: runtime.read },
        { provide: ReactionRunner, useValue: runtime.reactions },
        { provide: Recorder, useValue: runtime.recorder },
        { provide: Admission, useValue: runtime.admission },
        { provide: ClockGuard, useValue: runtime.clock },
        { provide: Dispatchables, useValue: dispatchables },
        { provide: Readiness, useFactory: () => new Readiness(runtime.projections, runtime.reactions, runtime.head) },
        {
          provide: CommandDescriptions,
          useFactory: (labels: Labels) => new CommandDescriptions([...runtime.catalogue.values()], runtime.admission, labels),
          inject: [Labels],
        },
        ...dispatchables.all.map(({ handler }) => handler),
        { provide: APP_GUARD, useClass: PrincipalGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
