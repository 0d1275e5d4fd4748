/** @file The calculator in one file, for browsers in which WebAssembly is turned off. */

import { startCalculator } from '../main.js';
import { startEngine } from '../without-webassembly/engine.js';

await startCalculator(startEngine);
