/**
 * Finds cases, people and documents again. Enter at {@link io.liasse.search.Search}; {@link io.liasse.search.Indexer}
 * follows the journal. The index is disposable.
 */
@NullMarked
package io.liasse.search;

import org.jspecify.annotations.NullMarked;
