/** What the build puts into the service worker. */
declare const release: {
  /** Another for each version of the files. */
  readonly id: string;
  /** The files to keep, each with its integrity. */
  readonly files: Readonly<Record<string, string>>;
};
