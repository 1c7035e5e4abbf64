/** What cases wait for: {@link io.liasse.store.awaited.AwaitedDocuments}. Filing marks what arrived. */
@NamedInterface("awaited")
@NullMarked
package io.liasse.store.awaited;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
