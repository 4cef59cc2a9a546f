/** What the shop's programs and those beside them can be told: by variables, and by files. */
@NullMarked
package dev.foundation.tracing.it.configuration;

import org.jspecify.annotations.NullMarked;
