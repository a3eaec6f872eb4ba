import { parentPort, workerData } from 'node:worker_threads';
import type { ReportModel } from '../model';
import { reportDocx } from './docx';
import { reportPdf } from './pdf';

/** The forms that take a library, and a while. */
const FILES = { docx: reportDocx, pdf: reportPdf };
export type FileFormat = keyof typeof FILES;

/** One file to make. */
export interface FileOrder {
  readonly format: FileFormat;
  readonly model: ReportModel;
  readonly base?: string;
}

async function make({ format, model, base }: FileOrder): Promise<void> {
  parentPort?.postMessage(await FILES[format](model, base));
}

void make(workerData as FileOrder);
