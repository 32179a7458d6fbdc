// Cards, alone or in a row that scrolls sideways.
import { html } from "/static/ui.js";
import { Picture } from "/static/blocks/image.js";
import { Element } from "/static/elements/element.js";
import { TextObject } from "/static/text/mrkdwn.js";

export const Card = ({ block }) => html`
  <article class="card-box">
    ${block.hero_image && html`<div class="card-hero"><${Picture} image=${block.hero_image} /></div>`}
    <div class="card-head">
      ${block.icon && html`<${Picture} image=${block.icon} />`}
      <div>
        ${block.title && html`<div class="card-title"><${TextObject} text=${block.title} /></div>`}
        ${block.subtitle && html`<div class="card-subtitle"><${TextObject} text=${block.subtitle} /></div>`}
      </div>
    </div>
    ${block.body && html`<${TextObject} text=${block.body} />`}
    ${block.actions && html`<div class="card-actions">
      ${block.actions.map((one, at) => html`<${Element} key=${one.action_id ?? at} block=${block} element=${one} />`)}
    </div>`}
  </article>`;

export const Carousel = ({ block }) => html`
  <div class="carousel-row" tabindex="0" role="group">
    ${block.elements.map((one, at) => html`
      <div key=${one.block_id ?? at} data-block-id=${one.block_id}><${Card} block=${one} /></div>`)}
  </div>`;
