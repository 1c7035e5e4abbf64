/** Case files, their references, participants and rights. */
@NamedInterface("casefile")
@NullMarked
package io.liasse.store.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
