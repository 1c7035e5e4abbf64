/** Time spent on cases and what they cost: {@link io.liasse.store.cost.Costs}. */
@NamedInterface("cost")
@NullMarked
package io.liasse.store.cost;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
