/** Makes beans of those who look on while spans are made. */
@NullMarked
package dev.foundation.tracing.deployment.observation;

import org.jspecify.annotations.NullMarked;
