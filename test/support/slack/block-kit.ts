/** Whether Slack would take these blocks or this view, and what it would say if not. */
import { dataTable, dataVisualization, table } from './block-charts.ts';
import {
  anyText,
  button,
  id,
  image,
  inActions,
  inContextActions,
  inInput,
  inSection,
  mrkdwn,
  plain,
  url,
} from './block-elements.ts';
import { LIMITS } from './block-limits.ts';
import {
  among,
  anything,
  bool,
  fault,
  isJson,
  type Json,
  kinds,
  list,
  oneOf,
  type Rule,
  type Surface,
  shape,
  str,
  type Walk,
} from './block-rules.ts';

const own = { block_id: id };

/** A block that only messages, or only modals, may hold. */
function only(surface: Surface, rule: Rule): Rule {
  return (value, at, walk) => {
    const type = isJson(value) ? String(value.type) : '';
    if (walk.surface !== surface) fault(walk, `unsupported type: ${type}`, `${at}/type`);
    else rule(value, at, walk);
  };
}

const section = shape(
  {},
  {
    ...own,
    text: anyText(LIMITS.text.object),
    fields: list(1, LIMITS.section.fields, anyText(LIMITS.section.field)),
    accessory: inSection,
    expand: bool,
  },
  (node, at, walk) => {
    if (!node.text && !node.fields) fault(walk, 'missing required field: text', at);
  },
);

const markdown: Rule = (value, at, walk) => {
  shape({ text: str(LIMITS.text.markdown) }, own)(value, at, walk);
  if (isJson(value) && typeof value.text === 'string') walk.counts.markdown += value.text.length;
  if (walk.counts.markdown > LIMITS.text.markdown) {
    fault(walk, `no more than ${LIMITS.text.markdown} characters of markdown allowed`, at);
  }
};

const richText = shape(
  {
    elements: list(
      1,
      100,
      kinds({
        rich_text_section: anything,
        rich_text_list: anything,
        rich_text_quote: anything,
        rich_text_preformatted: anything,
      }),
    ),
  },
  own,
);

const card = shape(
  {},
  {
    ...own,
    hero_image: image,
    icon: image,
    title: mrkdwn(LIMITS.title),
    subtitle: mrkdwn(LIMITS.title),
    body: mrkdwn(LIMITS.card.body),
    actions: list(1, LIMITS.card.actions, kinds({ button })),
  },
);

const container = shape(
  { child_blocks: list(1, LIMITS.container, (value, at, walk) => block(value, at, walk)) },
  {
    ...own,
    title: plain(LIMITS.title),
    rich_text_title: anything,
    subtitle: anyText(LIMITS.title),
    width: among('narrow', 'standard', 'wide', 'full'),
    icon: image,
    is_collapsible: bool,
    default_collapsed: bool,
    has_header_divider: bool,
  },
);

const video = shape(
  {
    alt_text: str(LIMITS.image.alt),
    title: plain(LIMITS.video.title),
    thumbnail_url: url,
    video_url: url,
  },
  {
    ...own,
    title_url: url,
    author_name: str(LIMITS.video.author),
    provider_name: str(LIMITS.video.author),
    provider_icon_url: url,
    description: plain(200),
  },
);

const BLOCKS: Readonly<Record<string, Rule>> = {
  section,
  divider: shape({}, own),
  header: shape({ text: plain(LIMITS.header) }, own),
  context: shape(
    {
      elements: list(
        1,
        LIMITS.elements.context,
        kinds({
          image,
          plain_text: anyText(LIMITS.text.object),
          mrkdwn: mrkdwn(LIMITS.text.object),
        }),
      ),
    },
    own,
  ),
  actions: shape({ elements: list(1, LIMITS.elements.actions, inActions) }, own),
  context_actions: only(
    'message',
    shape({ elements: list(1, LIMITS.elements.contextActions, inContextActions) }, own),
  ),
  input: shape(
    { label: plain(LIMITS.input.label), element: inInput },
    { ...own, hint: plain(LIMITS.input.label), optional: bool, dispatch_action: bool },
  ),
  image: shape(
    { alt_text: str(LIMITS.image.alt) },
    { ...own, image_url: url, slack_file: anything, title: plain(LIMITS.image.title) },
    oneOf('image_url', 'slack_file'),
  ),
  markdown: only('message', markdown),
  rich_text: richText,
  table: only('message', table),
  data_table: dataTable,
  data_visualization: dataVisualization,
  card: only('message', card),
  carousel: only('message', shape({ elements: list(1, LIMITS.carousel, kinds({ card })) }, own)),
  container,
  video,
  alert: only(
    'modal',
    shape(
      { text: anyText(LIMITS.text.object) },
      { ...own, level: among('default', 'info', 'warning', 'error', 'success') },
    ),
  ),
  task_card: only('message', anything),
  plan: only('message', anything),
};

const anyBlock = kinds(BLOCKS);

/** Interactive parts of a block: accessory, element, elements. */
function parts(node: Json): Json[] {
  return [node.accessory, node.element, node.elements].flat().filter(isJson);
}

const block: Rule = (value, at, walk) => {
  anyBlock(value, at, walk);
  if (!isJson(value)) return;
  const blockId = value.block_id;
  if (typeof blockId === 'string' && walk.blockIds.has(blockId)) {
    fault(walk, `\`block_id\` already exists: ${blockId}`, `${at}/block_id`);
  }
  if (typeof blockId === 'string') walk.blockIds.add(blockId);
  const ids = parts(value).flatMap((each) =>
    each.action_id === undefined ? [] : [each.action_id],
  );
  if (new Set(ids).size !== ids.length) {
    fault(walk, '`action_id` already exists in this block', `${at}/elements`);
  }
};

function walkOn(surface: Surface, charts: boolean): Walk {
  const counts = { focus: 0, chart: 0, table: 0, markdown: 0, tableChars: 0 };
  return { surface, charts, faults: [], blockIds: new Set(), counts };
}

/** What is wrong with the blocks of a message; empty if Slack would take them. */
export function blockFaults(blocks: unknown, charts = true): readonly string[] {
  const walk = walkOn('message', charts);
  list(0, LIMITS.blocks.message, block)(blocks, '/blocks', walk);
  return walk.faults;
}

const viewText = {
  private_metadata: str(LIMITS.view.metadata, 0),
  callback_id: str(LIMITS.id, 0),
  external_id: str(LIMITS.id, 0),
};
const modal = shape(
  {
    title: plain(LIMITS.view.title),
    blocks: list(0, LIMITS.blocks.modal, block),
  },
  {
    ...viewText,
    submit: plain(LIMITS.view.button),
    close: plain(LIMITS.view.button),
    clear_on_close: bool,
    notify_on_close: bool,
    submit_disabled: bool,
  },
  (node, at, walk) => {
    const blocks = node.blocks as readonly Json[];
    if (blocks.some((each) => each.type === 'input') && !node.submit) {
      fault(walk, 'missing required field: submit', at);
    }
  },
);
const home = shape({ blocks: list(0, LIMITS.blocks.home, block) }, viewText);

/** What is wrong with a view for this surface; empty if Slack would take it. */
export function viewFaults(view: unknown, surface: 'modal' | 'home', charts = true) {
  const walk = walkOn(surface, charts);
  kinds(surface === 'modal' ? { modal } : { home })(view, '/view', walk);
  return walk.faults as readonly string[];
}

/** The `response_metadata` of a refusal. */
export function asMessages(faults: readonly string[]): Json {
  return { response_metadata: { messages: faults.map((each) => `[ERROR] ${each}`) } };
}
