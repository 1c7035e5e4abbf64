/** What people have to do in cases: {@link io.liasse.store.task.Tasks}. */
@NamedInterface("task")
@NullMarked
package io.liasse.store.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
