/** @file The calculator on a web server. */

import { startEngine } from '../engine.js';
import { keepForUseWithoutNetwork } from '../keeping.js';
import { startCalculator } from '../main.js';

await startCalculator(startEngine);
await keepForUseWithoutNetwork();
