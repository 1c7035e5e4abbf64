/**
 * Mailboxes: new mails are taken whole, and seen, flagged, moved or deleted once they are safely stored.
 * {@link io.liasse.routes.mail.MailboxSweep} is one round.
 */
@NullMarked
package io.liasse.routes.mail;

import org.jspecify.annotations.NullMarked;
