// Checkboxes and radio buttons.
import { html, useId } from "/static/ui.js";
import { useElement } from "/static/surface.js";
import { TextObject } from "/static/text/mrkdwn.js";

const Choice = ({ kind, name, option, isOn, onPick, actionId, focus }) => {
  const id = useId("choice");
  const describedBy = option.description ? `${id}-more` : null;
  return html`
    <div class="choice">
      <input
        id=${id} type=${kind} name=${name} value=${option.value} checked=${isOn}
        aria-describedby=${describedBy} data-action-id=${actionId} data-focus=${focus}
        onChange=${(event) => onPick(event.target.checked)}
      />
      <div class="choice-words">
        <label for=${id}><${TextObject} text=${option.text} /></label>
        ${option.description && html`
          <div id=${describedBy} class="choice-more"><${TextObject} text=${option.description} /></div>`}
      </div>
    </div>`;
};

export const Checkboxes = ({ block, element, naming }) => {
  const { state, change } = useElement(block, element);
  const on = new Set(state.selected_options.map((one) => one.value));
  const pick = (option, isOn) => {
    const wanted = element.options.filter((one) =>
      one.value === option.value ? isOn : on.has(one.value),
    );
    change({ selected_options: wanted });
  };
  return html`
    <div class="choices" role="group" ...${naming.group}>
      ${element.options.map((option, at) => html`
        <${Choice}
          key=${option.value} kind="checkbox" option=${option} isOn=${on.has(option.value)}
          actionId=${element.action_id} onPick=${(isOn) => pick(option, isOn)}
          focus=${at === 0 && element.focus_on_load ? "" : null}
        />`)}
    </div>`;
};

export const RadioButtons = ({ block, element, naming }) => {
  const { state, change } = useElement(block, element);
  const name = useId("radio");
  return html`
    <div class="choices" role="radiogroup" ...${naming.group}>
      ${element.options.map((option, at) => html`
        <${Choice}
          key=${option.value} kind="radio" name=${name} option=${option}
          isOn=${state.selected_option?.value === option.value} actionId=${element.action_id}
          onPick=${() => change({ selected_option: option })}
          focus=${at === 0 && element.focus_on_load ? "" : null}
        />`)}
    </div>`;
};
