/** The database this program keeps its truth in: bundled PostgreSQL or yours. */
@NamedInterface("database")
@NullMarked
package io.liasse.store.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
