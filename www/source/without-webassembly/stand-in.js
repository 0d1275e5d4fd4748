/**
 * @file Stands in for the browser's WebAssembly where that is turned off. The glue between page and
 * engine asks for a module and an instance of it; here the engine is a function that makes one.
 */

/** @typedef {(imports: object) => object} CreateEngine */

class Module {
  /** @param {CreateEngine} create */
  constructor(create) {
    this.create = create;
  }
}

class Instance {
  /**
   * @param {Module} module
   * @param {object} imports
   */
  constructor({ create }, imports) {
    this.exports = create(imports);
  }
}

export const WebAssembly = { Module, Instance };
