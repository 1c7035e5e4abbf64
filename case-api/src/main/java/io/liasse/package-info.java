/** Liasse: captures documents, files them into cases, and shows each case whole. */
@NullMarked
package io.liasse;

import org.jspecify.annotations.NullMarked;
