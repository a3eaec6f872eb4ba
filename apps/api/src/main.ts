import '@app/runtime/require-node';
import 'reflect-metadata';
import { start } from './start';

void start(process.argv.slice(2), process.env);
