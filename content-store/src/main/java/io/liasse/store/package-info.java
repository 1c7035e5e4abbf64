/**
 * What Liasse keeps: objects, items, documents, cases, parties, users and the journal, all in PostgreSQL and an object
 * store. Start at {@link io.liasse.store.document.Documents}, {@link io.liasse.store.casefile.CaseFiles} and
 * {@link io.liasse.store.journal.Journal}.
 */
@NullMarked
package io.liasse.store;

import org.jspecify.annotations.NullMarked;
