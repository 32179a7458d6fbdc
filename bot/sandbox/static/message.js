// One message: who, when, what, and what can be done with it.
import { classes, html, memo } from "/static/ui.js";
import { act, openThread, toast } from "/static/acting.js";
import { Attachments } from "/static/attachments.js";
import { Avatar } from "/static/avatar.js";
import { Blocks } from "/static/blocks/blocks.js";
import { fullMoment, momentOf, time } from "/static/dates.js";
import { Files } from "/static/files.js";
import { IconPress } from "/static/icon_button.js";
import { Icon } from "/static/icons.js";
import { Menu } from "/static/menu.js";
import { useKnown, useMe } from "/static/state.js";
import { Surface } from "/static/surface.js";
import { emoji } from "/static/text/emoji.js";
import { Mrkdwn } from "/static/text/mrkdwn.js";
import { useWords } from "/static/words.js";

const Toolbar = ({ message, inThread }) => {
  const w = useWords();
  const shortcuts = useKnown((known) => known.shortcuts);
  const app = useKnown((known) => known.app);
  if (message.ephemeral) return null;
  const run = async (shortcut) => {
    const { channel, ts } = message;
    const answer = await act({ kind: "message_shortcut", callback_id: shortcut.callback_id, channel, ts });
    if (!answer.ok) toast("error", answer.message || w("trouble"));
  };
  const items = shortcuts
    .filter((one) => one.type === "message")
    .map((one) => ({ key: one.callback_id, label: one.name, description: app.name, onPick: () => run(one) }));
  return html`
    <div class="toolbar" role="group" aria-label=${w("messageActions")}>
      ${!inThread && html`
        <${IconPress} label=${w("replyInThread")} icon="thread" onPress=${() => openThread(message.ts)} />`}
      <${Menu}
        label=${w("moreActions")} items=${items} end buttonClass="icon-button" empty=${w("noShortcuts")}
      ><${Icon} name="dots" /><//>
    </div>`;
};

const Body = ({ message }) => {
  const w = useWords();
  const hasBlocks = message.blocks?.length > 0;
  return html`
    ${hasBlocks
      ? html`<${Blocks} blocks=${message.blocks} />`
      : message.text && html`<${Mrkdwn} text=${message.text} />`}
    ${message.edited && html`<span class="edited">${w("edited")}</span>`}
    <${Attachments} attachments=${message.attachments} />
    <${Files} files=${message.files} />`;
};

const Reactions = ({ reactions }) =>
  reactions?.length > 0 && html`
    <div class="reactions">
      ${reactions.map((one) => html`
        <span class="reaction" key=${one.name} title=${`:${one.name}:`}>
          ${emoji(one.name) ?? `:${one.name}:`} ${one.users.length}
        </span>`)}
    </div>`;

const Head = ({ message, author, at }) => {
  const me = useMe();
  const w = useWords();
  return html`
    <div class="message-head">
      <span class="author">${author?.real_name ?? message.user}</span>
      ${author?.is_bot && html`<span class="badge">${w("appBadge")}</span>`}
      <time dateTime=${at.toISOString()} title=${fullMoment(me, at)}>${time(me, at)}</time>
    </div>`;
};

const Gutter = ({ follows, author, at }) => {
  const me = useMe();
  if (!follows) return html`<${Avatar} person=${author} />`;
  return html`<time class="small-time" dateTime=${at.toISOString()} title=${fullMoment(me, at)}>${time(me, at)}</time>`;
};

/** `follows` leaves out the head of a message right after another of the same author. */
export const Message = memo(({ message, follows, inThread }) => {
  const w = useWords();
  const author = useKnown((known) => known.people[message.user]);
  const me = useMe();
  const at = momentOf(message.ts);
  const container = { type: "message", channel: message.channel, ts: message.ts };
  return html`
    <div
      class=${classes("message", message.ephemeral && "ephemeral", message.pinned && "is-pinned", follows && "follows")} role="article"
      aria-label=${`${author?.real_name ?? message.user}, ${time(me, at)}`}
      data-testid="message" data-ts=${message.ts} data-channel=${message.channel}
      data-user=${message.user} data-ephemeral=${message.ephemeral ? "true" : null} tabindex="-1"
    >
      ${message.pinned && html`<div class="pinned"><${Icon} name="pin" />${w("pinned")}</div>`}
      ${message.ephemeral && html`<div class="only-you"><${Icon} name="eye" />${w("onlyYou")}</div>`}
      <div class="gutter"><${Gutter} follows=${follows} author=${author} at=${at} /></div>
      <div class="message-body">
        ${!follows && html`<${Head} message=${message} author=${author} at=${at} />`}
        <${Surface} kind="message" container=${container} channel=${message.channel}>
          <${Body} message=${message} />
        <//>
        <${Reactions} reactions=${message.reactions} />
        ${!inThread && message.reply_count > 0 && html`
          <button type="button" class="replies" onClick=${() => openThread(message.ts)}>
            ${w("replies", { count: message.reply_count })}
          </button>`}
      </div>
      <${Toolbar} message=${message} inThread=${inThread} />
    </div>`;
});
