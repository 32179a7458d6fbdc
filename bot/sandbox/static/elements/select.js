// The selects: of given options, of options the app is asked for, of people and of channels.
import { html, useEffect, useRef, useState } from "/static/ui.js";
import { Avatar } from "/static/avatar.js";
import { Combobox } from "/static/elements/combobox.js";
import { STATES } from "/static/elements/state.js";
import { useKnown } from "/static/state.js";
import { useElement, useSurface } from "/static/surface.js";
import { plainText } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

const PAUSE_MS = 200;

const asLine = (option, group) => ({
  key: option.value,
  label: plainText(option.text),
  description: option.description && plainText(option.description),
  group,
  value: option,
});

const known = (option) => asLine(option);

const lines = ({ options, option_groups: groups }) =>
  groups
    ? groups.flatMap((group) => group.options.map((one) => asLine(one, plainText(group.label))))
    : (options ?? []).map((one) => asLine(one));

/** Draws the field over the state; `known` gives the line of a state's value. */
const Select = ({ block, element, naming, options, known: lineOf, placeholder, search, note }) => {
  const { state, change } = useElement(block, element);
  const w = useWords();
  const isMany = element.type.startsWith("multi_");
  const [key] = STATES[element.type];
  const values = isMany ? state[key] : [state[key]].filter((one) => one !== null);
  const chosen = values.map(lineOf);
  const most = element.max_selected_items ?? Infinity;
  const isFull = isMany && chosen.length >= most;
  const keysOf = (list) => list.map((one) => one.value);
  const pick = (line) => {
    if (!isMany) return change({ [key]: line.value });
    const has = chosen.some((one) => one.key === line.key);
    if (!has && isFull) return undefined;
    const rest = chosen.filter((one) => one.key !== line.key);
    return change({ [key]: keysOf(has ? rest : [...chosen, line]) });
  };
  const remove = (line) =>
    change({ [key]: isMany ? keysOf(chosen.filter((one) => one.key !== line.key)) : null });
  const canClear = isMany || (block.type === "input" && block.optional);
  return html`
    <${Combobox}
      options=${options} chosen=${chosen} isMany=${isMany} search=${search} naming=${naming}
      note=${note ?? (isFull ? w("mostSelected", { count: most }) : null)}
      placeholder=${element.placeholder ? plainText(element.placeholder) : placeholder}
      actionId=${element.action_id} focus=${element.focus_on_load}
      onPick=${pick} onRemove=${canClear ? remove : null}
    />`;
};

export const StaticSelect = (props) => {
  const w = useWords();
  const options = lines(props.element);
  return html`<${Select} ...${props} options=${options} known=${known} placeholder=${w("chooseOption")} />`;
};

/** Asks the app for options while the person types. */
const useSearch = (block, element) => {
  const surface = useSurface();
  const w = useWords();
  const [found, setFound] = useState({ options: [] });
  const [note, setNote] = useState(null);
  const last = useRef({ timer: null, asked: 0 });
  useEffect(() => () => clearTimeout(last.current.timer), []);
  const fetchOptions = async (typed) => {
    const number = ++last.current.asked;
    const answer = await surface.options(block, element, typed);
    if (number !== last.current.asked) return;
    setFound(answer.ok ? answer : { options: [] });
    setNote(answer.ok ? null : w.slack(answer.message) || w("noResults"));
  };
  const search = (typed) => {
    clearTimeout(last.current.timer);
    const missing = (element.min_query_length ?? 3) - typed.length;
    if (missing > 0) {
      last.current.asked += 1;
      setFound({ options: [] });
      return setNote(w("keepTyping", { count: missing }));
    }
    setNote(w("searching"));
    last.current.timer = setTimeout(() => fetchOptions(typed), typed ? PAUSE_MS : 0);
    return undefined;
  };
  return { options: lines(found), note, search };
};

export const ExternalSelect = (props) => {
  const w = useWords();
  const found = useSearch(props.block, props.element);
  return html`<${Select} ...${props} ...${found} known=${known} placeholder=${w("chooseOption")} />`;
};

export const UsersSelect = (props) => {
  const people = useKnown((all) => all.people);
  const w = useWords();
  const line = (id) => ({
    key: id,
    label: people[id]?.real_name ?? id,
    description: people[id]?.title,
    also: people[id]?.name,
    icon: people[id] && html`<${Avatar} person=${people[id]} size="tiny" />`,
    value: id,
  });
  const options = Object.values(people).filter((one) => !one.is_bot).map((one) => line(one.id));
  return html`<${Select} ...${props} options=${options} known=${line} placeholder=${w("choosePerson")} />`;
};

const isWanted = (filter, people) => (channel) => {
  const kind = channel.kind === "im" ? "im" : "public";
  if (filter?.include && !filter.include.includes(kind)) return false;
  return !(filter?.exclude_bot_users && people[channel.with]?.is_bot);
};

const PlaceSelect = ({ choose, placeholder, ...props }) => {
  const channels = useKnown((all) => all.channels);
  const line = (id) => {
    const one = channels.find((channel) => channel.id === id);
    const label = one ? `${one.kind === "channel" ? "# " : ""}${one.name}` : id;
    return { key: id, label, value: id };
  };
  const options = channels.filter(choose).map((one) => line(one.id));
  return html`<${Select} ...${props} options=${options} known=${line} placeholder=${placeholder} />`;
};

export const ChannelsSelect = (props) => {
  const w = useWords();
  const choose = (one) => one.kind === "channel";
  return html`<${PlaceSelect} ...${props} choose=${choose} placeholder=${w("chooseChannel")} />`;
};

export const ConversationsSelect = (props) => {
  const { block, element } = props;
  const w = useWords();
  const surface = useSurface();
  const people = useKnown((all) => all.people);
  const [key] = STATES[element.type];
  const { state, write } = useElement(block, element);
  useEffect(() => {
    const isEmpty = state[key] === null || state[key].length === 0;
    if (!element.default_to_current_conversation || !surface.channel || !isEmpty) return;
    write({ [key]: Array.isArray(state[key]) ? [surface.channel] : surface.channel });
  }, []);
  const choose = isWanted(element.filter, people);
  return html`<${PlaceSelect} ...${props} choose=${choose} placeholder=${w("chooseConversation")} />`;
};
