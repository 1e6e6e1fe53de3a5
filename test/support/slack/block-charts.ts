/** Charts and tables: the blocks whose figures must agree with each other. */
import { id } from './block-elements.ts';
import { LIMITS } from './block-limits.ts';
import {
  among,
  anything,
  bool,
  type Fields,
  fault,
  isJson,
  type Json,
  kinds,
  list,
  num,
  type Rule,
  shape,
  str,
  type Walk,
} from './block-rules.ts';

const { chart: CHART, table: TABLE, dataTable: DATA_TABLE } = LIMITS;

const label = str(CHART.label);
const positive: Rule = (value, at, walk) => {
  if (typeof value !== 'number' || !(value > 0)) fault(walk, 'must be more than 0', at);
};

const pie = shape({
  segments: list(1, CHART.parts, shape({ label, value: positive })),
});

interface Drawn {
  readonly series: readonly { name: string; data: readonly { label: string }[] }[];
  readonly axis_config: { readonly categories: readonly string[] };
}

/** Each series has one point for each category, in the same order; names are unique. */
function seriesMatch(node: Json, at: string, walk: Walk): void {
  const { series, axis_config: axis } = node as unknown as Drawn;
  if (new Set(series.map((each) => each.name)).size !== series.length) {
    fault(walk, 'series names must be unique', `${at}/series`);
  }
  const wanted = JSON.stringify(axis.categories);
  for (const [index, { data }] of series.entries()) {
    if (JSON.stringify(data.map((point) => point.label)) !== wanted) {
      fault(walk, 'labels must match the categories', `${at}/series/${index}/data`);
    }
  }
}

const drawn = shape(
  {
    series: list(
      1,
      CHART.parts,
      shape({ name: label, data: list(1, CHART.points, shape({ label, value: num() })) }),
    ),
    axis_config: shape(
      { categories: list(1, CHART.points, label) },
      { x_label: str(CHART.axis), y_label: str(CHART.axis) },
    ),
  },
  {},
  seriesMatch,
);

const chart = shape(
  { title: str(CHART.title), chart: kinds({ pie, bar: drawn, area: drawn, line: drawn }) },
  { block_id: id },
);

/** Messages only, two at most, and only where the workspace has the block. */
export const dataVisualization: Rule = (value, at, walk) => {
  if (!walk.charts || walk.surface !== 'message') {
    return fault(walk, 'unsupported type: data_visualization', `${at}/type`);
  }
  if (++walk.counts.chart > CHART.perMessage) {
    fault(walk, `no more than ${CHART.perMessage} charts allowed`, at);
  }
  chart(value, at, walk);
};

const cells: Fields = {
  raw_text: shape({ text: str(TABLE.chars) }),
  raw_number: shape({ value: num() }, { text: str(100) }),
};
const richCell = shape({ elements: anything }, { block_id: id });
const cell = kinds({ ...cells, rich_text: richCell });

function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + characters(each), 0);
  if (!isJson(value)) return 0;
  const own = typeof value.text === 'string' ? value.text.length : 0;
  return own + characters(value.elements);
}

function countCells(node: Json, at: string, walk: Walk): void {
  walk.counts.tableChars += characters(node.rows);
  if (walk.counts.tableChars > TABLE.chars) {
    fault(walk, `no more than ${TABLE.chars} characters allowed in all cells`, at);
  }
}

export const table: Rule = (value, at, walk) => {
  if (++walk.counts.table > TABLE.perMessage) fault(walk, 'only_one_table_allowed', at);
  shape(
    { rows: list(1, TABLE.rows, list(1, TABLE.cells, cell)) },
    {
      block_id: id,
      column_settings: list(
        0,
        TABLE.cells,
        shape({}, { align: among('left', 'center', 'right'), is_wrapped: bool }),
      ),
    },
    countCells,
  )(value, at, walk);
};

function rowsAreEven(node: Json, at: string, walk: Walk): void {
  const rows = node.rows as unknown[][];
  for (const [index, row] of rows.entries()) {
    if (row.length !== rows[0]?.length) {
      fault(walk, 'rows must have the same number of cells', `${at}/rows/${index}`);
    }
  }
  if (rows[0]?.some((each) => isJson(each) && each.type === 'rich_text')) {
    fault(walk, 'unsupported type: rich_text', `${at}/rows/0`);
  }
  countCells(node, at, walk);
}

export const dataTable = shape(
  {
    caption: str(LIMITS.text.object),
    rows: list(DATA_TABLE.rows[0], DATA_TABLE.rows[1], list(1, DATA_TABLE.columns, cell)),
  },
  { block_id: id, page_size: num(1, DATA_TABLE.pageSize), row_header_column_index: num(0, 19) },
  rowsAreEven,
);
