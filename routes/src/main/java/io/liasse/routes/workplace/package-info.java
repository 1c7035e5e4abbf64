/** A private folder for files under work, and the name by which this process takes jobs; both end with the process. */
@NullMarked
package io.liasse.routes.workplace;

import org.jspecify.annotations.NullMarked;
