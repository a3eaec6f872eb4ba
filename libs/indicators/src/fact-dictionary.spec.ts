import Sqlite, { type Database } from 'better-sqlite3';
import { Dictionary, type DictionaryOptions } from './fact-dictionary';

const INDEX = 'CREATE UNIQUE INDEX IF NOT EXISTS words_name ON words (word)';

const open = (): Database => {
  const db = new Sqlite(':memory:');
  db.exec('CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL)');
  return db;
};

const dictionary = (db: Database, options: DictionaryOptions = { index: INDEX }) => {
  const words = new Dictionary(db, 'words', ['word'], options);
  return { check: () => words.check(), idOf: (word: string) => words.idOf([word]) };
};

const isIndexed = (db: Database): boolean => db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'words_name'").get() !== undefined;

describe('a dictionary', () => {
  test('numbers each text once, and needs no index while it holds them all', () => {
    const db = open();
    const words = dictionary(db);
    words.check();
    expect(['a', 'b', 'a', 'c', 'b'].map(words.idOf)).toEqual([1, 2, 1, 3, 2]);
    expect(isIndexed(db)).toBe(false);
  });

  test('makes the index when it holds more than it may, and finds what it let go', () => {
    const db = open();
    const words = dictionary(db, { index: INDEX, most: 2 });
    words.check();
    expect(['a', 'b', 'c'].map(words.idOf)).toEqual([1, 2, 3]);
    expect(isIndexed(db)).toBe(true);
    expect(['a', 'b', 'c', 'd'].map(words.idOf)).toEqual([1, 2, 3, 4]);
    expect(db.prepare('SELECT count(*) AS n FROM words').get()).toEqual({ n: 4 });
  });

  test('makes the index when it opens a table that has rows', () => {
    const db = open();
    const first = dictionary(db);
    first.check();
    first.idOf('a');
    const second = dictionary(db);
    second.check();
    expect(isIndexed(db)).toBe(true);
    expect(['b', 'a'].map(second.idOf)).toEqual([2, 1]);
  });

  test('forgets the numbers of a batch that was rolled back', () => {
    const db = open();
    const words = dictionary(db);
    words.check();
    words.idOf('a');
    db.exec('BEGIN');
    words.check();
    words.idOf('lost');
    db.exec('ROLLBACK');
    words.check();
    expect(['b', 'lost', 'a'].map(words.idOf)).toEqual([2, 3, 1]);
  });

  test('numbers parts of which one may be null by their joined text', () => {
    const db = new Sqlite(':memory:');
    db.exec('CREATE TABLE pairs (id INTEGER PRIMARY KEY, a TEXT NOT NULL, b TEXT, key TEXT NOT NULL UNIQUE)');
    const pairs = (): Dictionary => {
      const made = new Dictionary(db, 'pairs', ['a', 'b'], { joined: 'key' });
      made.check();
      return made;
    };
    const added: number[] = [];
    const first = pairs();
    expect(
      [['x', null] as const, ['x', 'y'] as const, ['x', null] as const].map((parts) => first.idOf(parts, (id) => added.push(id))),
    ).toEqual([1, 2, 1]);
    expect(added).toEqual([1, 2]);
    expect(pairs().idOf(['x', null])).toBe(1);
    expect(db.prepare('SELECT * FROM pairs').all()).toEqual([
      { id: 1, a: 'x', b: null, key: 'x|' },
      { id: 2, a: 'x', b: 'y', key: 'x|y' },
    ]);
  });
});
