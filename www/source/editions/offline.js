/** @file The calculator in one file. */

import { startEngine } from '../engine.js';
import { startCalculator } from '../main.js';

await startCalculator(startEngine);
