/** For operators' code: what the extension knows of the running application, and what can be changed while it runs. */
@NullMarked
package dev.foundation.tracing.control;

import org.jspecify.annotations.NullMarked;
