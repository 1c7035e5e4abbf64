/** What tests of this and the other modules start from: a real PostgreSQL and the whole store on top of it. */
@NullMarked
package io.liasse.store.testing;

import org.jspecify.annotations.NullMarked;
