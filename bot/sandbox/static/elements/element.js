// One interactive element, by its type.
import { html } from "/static/ui.js";
import { Button, FeedbackButtons, IconButton } from "/static/elements/button.js";
import { Checkboxes, RadioButtons } from "/static/elements/choices.js";
import { FileInput } from "/static/elements/file.js";
import { Overflow } from "/static/elements/overflow.js";
import { DatePicker, DateTimePicker, TimePicker } from "/static/elements/pickers.js";
import { RichTextInput } from "/static/elements/rich_text_input.js";
import {
  ChannelsSelect, ConversationsSelect, ExternalSelect, StaticSelect, UsersSelect,
} from "/static/elements/select.js";
import { Typed } from "/static/elements/typed.js";
import { plainText } from "/static/text/mrkdwn.js";
import { Unknown } from "/static/blocks/unknown.js";
import { useWords } from "/static/words.js";

const ELEMENTS = {
  button: Button,
  workflow_button: Button,
  icon_button: IconButton,
  feedback_buttons: FeedbackButtons,
  overflow: Overflow,
  checkboxes: Checkboxes,
  radio_buttons: RadioButtons,
  static_select: StaticSelect,
  multi_static_select: StaticSelect,
  external_select: ExternalSelect,
  multi_external_select: ExternalSelect,
  users_select: UsersSelect,
  multi_users_select: UsersSelect,
  conversations_select: ConversationsSelect,
  multi_conversations_select: ConversationsSelect,
  channels_select: ChannelsSelect,
  multi_channels_select: ChannelsSelect,
  datepicker: DatePicker,
  timepicker: TimePicker,
  datetimepicker: DateTimePicker,
  plain_text_input: Typed,
  email_text_input: Typed,
  url_text_input: Typed,
  number_input: Typed,
  rich_text_input: RichTextInput,
  file_input: FileInput,
};

const NAMES = {
  datepicker: "chooseDate",
  timepicker: "chooseTime",
  datetimepicker: "chooseDateAndTime",
  users_select: "choosePerson",
  conversations_select: "chooseConversation",
  channels_select: "chooseChannel",
};

/** Outside an input block an element is named by what it invites to. */
const ownNaming = (element, w) => {
  const kind = element.type.replace(/^multi_/, "");
  const name = element.placeholder ? plainText(element.placeholder) : w(NAMES[kind] ?? "chooseOption");
  return { name, field: { "aria-label": name }, group: { "aria-label": name } };
};

/** `naming` comes from an input block's label; without it the element names itself. */
export const Element = ({ block, element, naming }) => {
  const w = useWords();
  const Drawn = ELEMENTS[element?.type];
  if (!Drawn) return html`<${Unknown} words=${w("unknownElement", { type: element?.type ?? "?" })} />`;
  return html`<${Drawn} block=${block} element=${element} naming=${naming ?? ownNaming(element, w)} />`;
};
