/** How well the program files: samples put before people, and figures of what it did and people changed. */
@NamedInterface("quality")
@NullMarked
package io.liasse.store.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
