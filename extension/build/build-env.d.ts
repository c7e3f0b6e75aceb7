/** What WXT fills in while building; its own types are made anew by each build, so they cannot be relied on. */
interface ImportMetaEnv {
  readonly FIREFOX: boolean;
}
