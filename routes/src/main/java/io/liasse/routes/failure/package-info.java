/** What happens when something goes wrong: which trouble passes, how each channel does, the error handling all routes share. */
@NullMarked
package io.liasse.routes.failure;

import org.jspecify.annotations.NullMarked;
