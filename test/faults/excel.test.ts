import { tryAtEveryRequest } from './support/every-request';
import { OF_EXCEL } from './support/mischiefs';

tryAtEveryRequest(OF_EXCEL);
