/** Bytes that never change, named by their SHA-256: the port, its folder adapter and its S3 adapter. */
@NamedInterface("object")
@NullMarked
package io.liasse.store.object;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
