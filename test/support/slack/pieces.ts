/** Small pieces of Block Kit for tests of the fake. */
export const words = (text: string) => ({ type: 'plain_text' as const, text });
export const buttons = (...labels: string[]) => ({
  type: 'actions' as const,
  block_id: 'scale',
  elements: labels.map((label) => ({
    type: 'button' as const,
    action_id: `answer:${label}`,
    text: words(label),
    value: label,
  })),
});
export const FORM = {
  type: 'modal' as const,
  callback_id: 'answers',
  title: words('Questions'),
  submit: words('Seal'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'why',
      label: words('Why?'),
      element: { type: 'plain_text_input' as const, action_id: 'text', max_length: 20 },
    },
  ],
};
