/** @file The plans that are rolled up: files that were opened, and the plan of the page. */

/** The largest file that is read, in bytes, and the most files: every area of England, twice. */
const LARGEST_FILE = 4_000_000;
const MOST_FILES = 100;

/** @typedef {{ name: string, text: string }} PlanFile */

export function createPlanFiles() {
  /** @type {PlanFile[]} */
  let files = [];

  /** A file of the same name takes the place of the earlier one. @param {PlanFile} file */
  function put(file) {
    files = [...files.filter(({ name }) => name !== file.name), file];
  }

  return {
    get all() {
      return files;
    },
    names: () => files.map(({ name }) => name),
    texts: () => files.map(({ text }) => text),
    put,

    /**
     * @param {Iterable<File>} chosen
     * @returns {Promise<string[]>} why files were not opened
     */
    async open(chosen) {
      const refused = [];
      for (const file of chosen) {
        if (file.size > LARGEST_FILE) {
          refused.push(`${file.name} is ${Math.ceil(file.size / 1_000_000)} MB; a plan is at most 4 MB.`);
        } else if (files.length >= MOST_FILES) {
          refused.push(`${file.name}: at most ${MOST_FILES} plans are rolled up.`);
        } else {
          put({ name: file.name, text: await file.text() });
        }
      }
      return refused;
    },

    /** @param {string} name */
    takeOut(name) {
      files = files.filter((file) => file.name !== name);
    },

    clear() {
      files = [];
    },
  };
}

/** @typedef {ReturnType<typeof createPlanFiles>} PlanFiles */
