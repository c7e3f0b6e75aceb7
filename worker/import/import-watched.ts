import { ok } from '../../shared/result.ts';
import { storedJson } from '../stored-json.ts';
import { acceptLine, asksForLine, isLine, type CampaignNews } from '../campaign-line.ts';
import { ImportHealth } from './import-health.ts';
import { untilEnded, type ImportLife } from './import-life.ts';
import { createLook } from './look-at-campaigns.ts';
import { noteTotals } from './record/apply-totals.ts';

/** What campaigns tell their import, and who watches the import. */
export abstract class ImportWatched extends ImportHealth {
  private readonly looking = createLook(() => Date.now());

  /**
   * Called by a campaign object with its totals and with what a callback said about the whole campaign. News for an
   * earlier life is ignored. Answers whether anybody watches.
   */
  async campaignChanged({ incarnation, ...news }: CampaignNews): Promise<boolean> {
    const life = await this.visited();
    if (life.session.record()?.incarnation !== incarnation) return false;
    this.looking.heard(`${life.name()}/${news.seq}`);
    const readAt = noteTotals(life.session, { ...news, now: Date.now() });
    if (readAt !== null) await this.armBy(readAt);
    await life.announce();
    await untilEnded(async () => ok(await this.brakeWhereIll(life)));
    return this.watchers.isAny() || this.looking.isRecent();
  }

  /** Opens the live WebSocket, whose team token was already checked, or a line on which a campaign sends its news. */
  override async fetch(request: Request): Promise<Response> {
    if (asksForLine(request)) return acceptLine(this.ctx);
    const life = await this.visited();
    await this.look(life, true);
    const { session } = life;
    const record = session.record();
    if (record === null) return new Response(null, { status: 404 });
    return this.watchers.accept(request, { type: 'snapshot', import: session.view(record) });
  }

  /** News over a line. Watchers send nothing. */
  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    if (!isLine(this.ctx, socket) || typeof message !== 'string') return;
    const news = storedJson<CampaignNews>(message);
    // News sent before the campaign was closed would undo what the closing reported, so it is ignored.
    const isOpen = this.life.session.row(news.seq)?.closed === false;
    if (!(isOpen && (await this.campaignChanged(news)))) socket.close(1000);
  }

  /** A token is no longer good: closes the sockets that watch with it. */
  closeSocketsOf(token: string): void {
    this.watchers.closeThoseOf(token);
  }

  protected async look(life: ImportLife, isAll: boolean): Promise<void> {
    const asked = await this.looking.look(life.session, this.campaigns(), life.name(), isAll);
    if (asked > 0) await life.announce();
  }

  /** The campaigns of the life that exists when they are asked. */
  protected campaigns() {
    const life = this.life.name();
    return (seq: number) => this.campaign(life, seq);
  }
}
