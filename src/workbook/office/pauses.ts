/** Work of the pane's thread after which others have their turn. */
const WORK_MILLISECONDS = 25;

/** Lets the pane draw and hear in between, where the work since the last pause has been long. */
export class Pauses {
  private since = performance.now();

  async perhaps(): Promise<void> {
    if (performance.now() - this.since >= WORK_MILLISECONDS) await this.now();
  }

  /** Before what is itself long, and cannot be parted. */
  async now(): Promise<void> {
    await new Promise((resume) => setTimeout(resume, 0));
    this.since = performance.now();
  }
}
