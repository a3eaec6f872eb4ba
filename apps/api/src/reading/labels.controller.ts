import { catalogues, isLanguage, type LabelTree } from '@app/labels';
import { Controller, Get, Param } from '@nestjs/common';
import { Problem } from '../http/problem';

@Controller('api/labels')
export class LabelsController {
  /** Every label of one language: what the page shows is what the service says. */
  @Get(':language')
  of(@Param('language') language: string): LabelTree {
    if (!isLanguage(language)) throw new Problem(404, 'language.unknown');
    return catalogues[language];
  }
}
