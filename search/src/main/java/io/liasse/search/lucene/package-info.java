/**
 * The Lucene index of this node. {@link io.liasse.search.lucene.LuceneIndex} is the entry: it takes {@code Entry} values
 * and answers {@code Ask}s.
 *
 * <p>An entry becomes a block of Lucene documents: its pages first, its head last. The head carries the whole text, the
 * rights and the facets, so that matching, counting and sorting are by document, however its words are spread over its
 * pages; the pages serve to find the best page of each hit. An entry of one page is its head alone.
 */
@NullMarked
package io.liasse.search.lucene;

import org.jspecify.annotations.NullMarked;
