/**
 * Hot folders: a file that no longer changes is taken, and removed once it is safely stored; what cannot be taken goes to
 * the error folder with the reason beside it. {@link io.liasse.routes.hotfolder.FolderSweep} is one round.
 */
@NullMarked
package io.liasse.routes.hotfolder;

import org.jspecify.annotations.NullMarked;
