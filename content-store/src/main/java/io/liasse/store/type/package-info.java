/**
 * What type a document is, told by its words and learned from what people decide. {@link io.liasse.store.type.TypeModel}
 * computes, without a database; the counts it needs are kept by {@code Documents}.
 */
@NamedInterface("type")
@NullMarked
package io.liasse.store.type;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
