/**
 * Channels in, the reading line, and filing. Enter at {@link io.liasse.routes.DocumentIntake}: every channel and the REST
 * upload end there.
 */
@NullMarked
package io.liasse.routes;

import org.jspecify.annotations.NullMarked;
