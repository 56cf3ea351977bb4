import { tryAtEveryRequest } from './support/every-request';
import { OF_PEOPLE } from './support/mischiefs';

tryAtEveryRequest(OF_PEOPLE);
