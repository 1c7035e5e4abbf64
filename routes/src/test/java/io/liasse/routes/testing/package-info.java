/** What tests of this module start from: the whole store, intake, line and channels on a real PostgreSQL. */
@NullMarked
package io.liasse.routes.testing;

import org.jspecify.annotations.NullMarked;
