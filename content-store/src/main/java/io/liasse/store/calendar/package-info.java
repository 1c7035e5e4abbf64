/** Days on which people work: {@link io.liasse.store.calendar.WorkingDays}. */
@NamedInterface("calendar")
@NullMarked
package io.liasse.store.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
