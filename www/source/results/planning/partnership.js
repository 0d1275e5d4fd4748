/** @file What kind of partnership the area is, and which totals bind in it. */

import { h } from '../../element.js';
import { ruleOf } from '../../rules.js';
import { createPart } from './part.js';
import { saidBy } from './rules.js';
import { BINDING } from './words.js';

export function createPartnership() {
  return createPart({
    id: 'partnership',
    title: 'The partnership',
    of: ({ partnership }) => partnership,
    layOut: ({ planning: { partnership } }) =>
      partnership === null
        ? []
        : [
            h('p', null, h('strong', null, ruleOf(partnership.rule).name), `. ${BINDING[partnership.binding]}`),
            saidBy(partnership.rule),
          ],
  });
}
