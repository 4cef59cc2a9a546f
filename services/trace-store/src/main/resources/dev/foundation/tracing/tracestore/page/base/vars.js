// Custom properties of an element. The policy forbids style attributes, as Lit's styleMap writes them at first.

import { nothing } from 'lit';
import { directive, Directive } from 'lit/directive.js';

class Vars extends Directive {
  update({ element }, [values]) {
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === undefined) element.style.removeProperty(name);
      else element.style.setProperty(name, value);
    }
    return nothing;
  }

  render() {
    return nothing;
  }
}

/** html`<div ${vars({ '--share': '50%' })}></div>`: always the same names, or old ones stay. */
export const vars = directive(Vars);
