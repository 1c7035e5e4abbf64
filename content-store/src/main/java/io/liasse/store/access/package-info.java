/** Users, roles, tokens and the one policy that decides who may see and do what. */
@NamedInterface("access")
@NullMarked
package io.liasse.store.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
