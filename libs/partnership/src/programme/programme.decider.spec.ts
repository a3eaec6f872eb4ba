import { given, onDay, recorded } from '@app/decider/spec';
import { natural } from '../term';
import { programmeCommands } from './programme.commands';
import { closeProgrammePhase, openProgrammePhase, programmeEvolution } from './programme.decider';
import { programmePhaseClosed, programmePhaseOpened } from './programme.events';
import { programmeFacts } from './programme.facts';

const start = { programme: 'perinatal', phase: 'start', followed: 'on-site' } as const;
const widening = { ...start, phase: 'implementation' } as const;
const end = { programme: 'perinatal', phase: 'start', reason: 'next-phase' } as const;
const on = (day: string) => ({ occurred: onDay(day) });

const opened = [programmePhaseOpened, { run: 1, ...start }, on('2024-10-01')] as const;
const closed = [programmePhaseClosed, { run: 1, ...end, closedOn: '2025-01-01' }, on('2025-01-01')] as const;
const next = [programmePhaseOpened, { run: 2, ...widening }, on('2025-01-01')] as const;
const programme = (...history: Parameters<typeof given>[1]) => given(programmeEvolution, history);

describe('open a phase of a programme', () => {
  it('numbers the phases of the territory', () => {
    expect(programme().then(openProgrammePhase, start, on('2024-10-01'))).toEqual([['ProgrammePhaseOpened', { run: 1, ...start }]]);
    expect(programme(opened, closed).then(openProgrammePhase, widening, on('2025-01-01'))).toEqual([
      ['ProgrammePhaseOpened', { run: 2, ...widening }],
    ]);
  });

  it('says nothing twice, also after what came later', () => {
    for (const history of [[opened], [opened, closed], [opened, closed, next]])
      expect(programme(...history).then(openProgrammePhase, start, on('2024-10-01'))).toEqual([]);
  });

  it('opens the same phase again after its end', () => {
    expect(programme(opened, closed).then(openProgrammePhase, start, on('2025-03-01'))).toEqual([
      ['ProgrammePhaseOpened', { run: 2, ...start }],
    ]);
  });

  it('keeps the number and the end when its day is corrected', () => {
    const withoutOpening = programme(closed, next);
    expect(withoutOpening.then(openProgrammePhase, start, on('2024-09-15'))).toEqual([['ProgrammePhaseOpened', { run: 1, ...start }]]);
    expect(withoutOpening.refuses(openProgrammePhase, start, on('2025-01-02'))).toBe('programme.closes-before-it-opens');
  });

  it('refuses what contradicts the record', () => {
    expect(programme(opened).refuses(openProgrammePhase, widening, on('2025-01-01'))).toBe('programme.another-phase-runs');
    expect(programme(opened, closed).refuses(openProgrammePhase, widening, on('2024-12-31'))).toBe('programme.another-phase-runs');
  });
});

describe('the stream of a programme', () => {
  const streamOf = (territory?: object) => programmeCommands.map(({ target }) => target({ programme: 'perinatal', territory } as never));
  const both = (key: string) => [natural(key), natural(key)];

  it('is that of a territory, or of the Region', () => {
    expect(streamOf()).toEqual(both('perinatal.region'));
    expect(streamOf({ level: 'region', code: '04000' })).toEqual(both('perinatal.region'));
    expect(streamOf({ level: 'zone', code: 'Z-CW' })).toEqual(both('perinatal.Z-CW'));
  });
});

describe('close a phase of a programme', () => {
  it('takes the last day, or the first day without', () => {
    const event = ['ProgrammePhaseClosed', { run: 1, ...end, closedOn: '2025-01-01' }];
    expect(programme(opened).then(closeProgrammePhase, { ...end, lastDay: '2024-12-31' })).toEqual([event]);
    expect(programme(opened).then(closeProgrammePhase, end, on('2025-01-01'))).toEqual([event]);
  });

  it('says nothing twice, also after what came later', () => {
    for (const history of [
      [opened, closed],
      [opened, closed, next],
    ])
      expect(programme(...history).then(closeProgrammePhase, end, on('2025-01-01'))).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(programme(opened).refuses(closeProgrammePhase, { ...end, phase: 'evaluation' })).toBe('programme.phase-not-opened');
    expect(programme(opened, closed).refuses(closeProgrammePhase, end, on('2025-02-01'))).toBe('programme.phase-already-closed');
    expect(programme(opened).refuses(closeProgrammePhase, end, on('2024-09-30'))).toBe('programme.closes-before-it-opens');
  });
});

describe('facts of a programme', () => {
  const streamId = 'programme-perinatal.CENTRE-WEST';
  const count = { countKind: 'phase', exactness: 'exact', v: 1, lo: 1, hi: 1, subjectKind: 'structure', subjectKey: `${streamId}/1` };

  it('an opening counts once and begins the stock', () => {
    const dims = { programme: 'perinatal', phase: 'start', followed: 'on-site' };
    expect(programmeFacts['ProgrammePhaseOpened']!(recorded(programmePhaseOpened, { run: 1, ...start }, { streamId }))).toEqual([
      { type: 'programme-phase-opened', ...count, dims },
      { type: 'programme-phase', ...count, dims },
    ]);
  });

  it('an end closes that phase alone, on its first day without', () => {
    const data = { run: 1, ...end, closedOn: '2025-01-01' } as const;
    expect(programmeFacts['ProgrammePhaseClosed']!(recorded(programmePhaseClosed, data, { streamId }))).toEqual([
      { change: ['programme-phase'], subjectKey: `${streamId}/1`, validTo: '2025-01-01', validToExpected: false },
      { type: 'programme-phase-closed', ...count, occurred: onDay('2025-01-01'), dims: end },
    ]);
  });
});
