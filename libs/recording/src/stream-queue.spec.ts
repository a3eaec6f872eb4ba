import { StreamQueue } from './stream-queue';

/** Work that ends when it is told to, and notes when it starts. */
function workOf(name: string, log: string[]) {
  let end = (): void => undefined;
  const ended = new Promise<void>((done) => (end = done));
  const run = async (): Promise<string> => {
    log.push(`${name} starts`);
    await ended;
    log.push(`${name} ends`);
    return name;
  };
  return { run, end };
}

const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('the work on streams', () => {
  it('runs one after another on one stream, in the order of asking', async () => {
    const queue = new StreamQueue();
    const log: string[] = [];
    const works = ['one', 'two', 'three'].map((name) => workOf(name, log));
    const all = Promise.all(works.map(({ run }) => queue.run('s', run)));
    for (const { end } of works.toReversed()) end();
    expect(await all).toEqual(['one', 'two', 'three']);
    expect(log).toEqual(['one starts', 'one ends', 'two starts', 'two ends', 'three starts', 'three ends']);
  });

  it('runs side by side on different streams', async () => {
    const queue = new StreamQueue();
    const log: string[] = [];
    const [one, two] = [workOf('one', log), workOf('two', log)];
    const all = Promise.all([queue.run('s', one.run), queue.run('t', two.run)]);
    await settle();
    expect(log).toEqual(['one starts', 'two starts']);
    one.end();
    two.end();
    await all;
  });

  it('goes on after work that failed, and tells only the one who asked for it', async () => {
    const queue = new StreamQueue();
    const failing = queue.run('s', async () => {
      throw new Error('refused');
    });
    const next = queue.run('s', async () => 'recorded');
    await expect(failing).rejects.toThrow('refused');
    expect(await next).toBe('recorded');
  });

  it('starts at once again when the stream is idle', async () => {
    const queue = new StreamQueue();
    await queue.run('s', async () => 'one');
    const log: string[] = [];
    const two = workOf('two', log);
    const running = queue.run('s', two.run);
    expect(log).toEqual(['two starts']);
    two.end();
    await running;
  });
});
