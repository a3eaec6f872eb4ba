import type { ImportReport } from '@app/recording';
import { importRegister } from './register';
import type { TestService } from './service';

/** Imports the register of 2021 as the demo does. */
export const importRegister2021 = (service: TestService): Promise<ImportReport> => importRegister(service, '2021');
