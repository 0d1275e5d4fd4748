/** @file What stands over everything, on screen and in print, when figures are made up. */

import { h } from '../element.js';

export const createBanner = () =>
  h(
    'p',
    { class: 'app-illustrative', hidden: true },
    h('strong', null, 'Illustrative figures: '),
    'made up for an example',
  );
