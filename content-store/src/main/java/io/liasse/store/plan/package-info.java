/** Goals and measures of cases, and the versions of the plan that were agreed: {@link io.liasse.store.plan.Plans}. */
@NamedInterface("plan")
@NullMarked
package io.liasse.store.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
