// A list of blocks, each drawn by its type; a broken or unknown one is a visible grey box.
import { html, useErrorBoundary } from "/static/ui.js";
import { Card, Carousel } from "/static/blocks/card.js";
import { Alert, Container, Plan, TaskCard } from "/static/blocks/boxes.js";
import { DataVisualization } from "/static/blocks/chart.js";
import { ImageBlock } from "/static/blocks/image.js";
import { Input } from "/static/blocks/input.js";
import { RichText } from "/static/blocks/rich_text.js";
import { DataTable, Table } from "/static/blocks/table.js";
import {
  Actions, Context, ContextActions, Divider, Header, MarkdownBlock, Section,
} from "/static/blocks/text.js";
import { Unknown } from "/static/blocks/unknown.js";
import { useWords } from "/static/words.js";

const BLOCKS = {
  section: Section,
  header: Header,
  divider: Divider,
  context: Context,
  actions: Actions,
  context_actions: ContextActions,
  input: Input,
  image: ImageBlock,
  rich_text: RichText,
  markdown: MarkdownBlock,
  table: Table,
  data_table: DataTable,
  data_visualization: DataVisualization,
  card: Card,
  carousel: Carousel,
  container: Container,
  alert: Alert,
  plan: Plan,
  task_card: TaskCard,
};

const Block = ({ block }) => {
  const w = useWords();
  const [trouble] = useErrorBoundary((error) => console.error(error));
  const Drawn = BLOCKS[block?.type];
  const isDrawn = Drawn && !trouble;
  return html`
    <div class=${`block ${block?.type}`} data-block-id=${block?.block_id} data-block-type=${block?.type}>
      ${isDrawn
        ? html`<${Drawn} block=${block} />`
        : html`<${Unknown} words=${w("unknownBlock", { type: block?.type ?? "?" })} />`}
    </div>`;
};

export const Blocks = ({ blocks }) =>
  html`<div class="blocks">
    ${(blocks ?? []).map((block, at) => html`<${Block} key=${block?.block_id ?? at} block=${block} />`)}
  </div>`;
