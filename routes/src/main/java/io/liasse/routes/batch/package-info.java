/**
 * Stacks: several documents in one file, told apart by the sheets and labels between them. {@link
 * io.liasse.routes.batch.Sheets} has the rules; {@code liasse.batch.*} their settings.
 */
@NullMarked
@NamedInterface("batch")
package io.liasse.routes.batch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
