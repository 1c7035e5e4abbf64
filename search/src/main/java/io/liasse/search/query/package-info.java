/** What people type, understood as far as possible: {@link io.liasse.search.query.Wanted#read} never throws. */
@NullMarked
package io.liasse.search.query;

import org.jspecify.annotations.NullMarked;
