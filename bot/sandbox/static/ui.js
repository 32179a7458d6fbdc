// The small words every component is written in: the vendored library and what it lacks.
import {
  Component, createContext, h, html, render,
  useContext, useEffect, useErrorBoundary, useLayoutEffect, useMemo, useRef, useState,
} from "/static/vendor/htm-preact.js";

export {
  Component, createContext, h, html, render,
  useContext, useEffect, useErrorBoundary, useLayoutEffect, useMemo, useRef, useState,
};

const differs = (a, b) => {
  for (const key in a) if (key !== "children" && a[key] !== b[key]) return true;
  for (const key in b) if (!(key in a)) return true;
  return false;
};

/** A component that is drawn again only when one of its properties is another. */
export const memo = (draw) =>
  class extends Component {
    shouldComponentUpdate(next) {
      return differs(this.props, next);
    }
    render(props) {
      return h(draw, props);
    }
  };

let ids = 0;

/** An id that stays the component's own, to tie labels to fields. */
export const useId = (prefix = "i") => {
  const id = useRef(null);
  id.current ??= `${prefix}-${++ids}`;
  return id.current;
};

export const classes = (...names) => names.filter(Boolean).join(" ");

/** Calls back on a press outside the referred element, while `active`. */
export const usePressOutside = (ref, active, back) => {
  useEffect(() => {
    if (!active) return undefined;
    const listen = (event) => {
      if (ref.current && !ref.current.contains(event.target)) back();
    };
    document.addEventListener("pointerdown", listen);
    return () => document.removeEventListener("pointerdown", listen);
  }, [active]);
};
