// How each input's state is called in Slack's `values`, and what stands for nothing.
const TYPED = ["value", "initial_value", null];
const OPTION = ["selected_option", "initial_option", null];
const OPTIONS = ["selected_options", "initial_options", []];

export const STATES = {
  plain_text_input: TYPED,
  email_text_input: TYPED,
  url_text_input: TYPED,
  number_input: TYPED,
  rich_text_input: ["rich_text_value", "initial_value", null],
  static_select: OPTION,
  external_select: OPTION,
  radio_buttons: OPTION,
  multi_static_select: OPTIONS,
  multi_external_select: OPTIONS,
  checkboxes: OPTIONS,
  users_select: ["selected_user", "initial_user", null],
  multi_users_select: ["selected_users", "initial_users", []],
  conversations_select: ["selected_conversation", "initial_conversation", null],
  multi_conversations_select: ["selected_conversations", "initial_conversations", []],
  channels_select: ["selected_channel", "initial_channel", null],
  multi_channels_select: ["selected_channels", "initial_channels", []],
  datepicker: ["selected_date", "initial_date", null],
  timepicker: ["selected_time", "initial_time", null],
  datetimepicker: ["selected_date_time", "initial_date_time", null],
  file_input: ["files", "", []],
};

export const initialState = (element) => {
  const [key, initial, nothing] = STATES[element.type] ?? TYPED;
  return { type: element.type, [key]: element[initial] ?? nothing };
};
