package io.liasse.store.document;

import io.liasse.store.casefile.CaseId;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.item.Channel;
import io.liasse.store.item.ItemId;
import io.liasse.store.object.Sha256;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document without its content.
 *
 * @param parent the document it came out of (a mail, an archive), null for what was received itself
 * @param caseReference of the case it is filed in; null while it is not filed
 * @param name file name or subject as given; never a path
 * @param title for people; the name until somebody or reading knows better
 * @param language fr, de, it, en, or null when unknown
 * @param mediaType as detected; before reading, as the sender said
 * @param sha256 of the original
 * @param pages null until read
 * @param confidence mean confidence of read words, 0 to 1; null where no OCR was needed
 * @param reason why it failed or waits, a message key and arguments as {@code key|arg|arg}
 * @param wishedCase case the sender named; checked by filing
 * @param modifiedAt when the file inside an archive was last changed, as the archive says
 * @param readingMillis wall time that reading took
 * @param version rises with each change; the ETag
 */
public record Document(
        DocumentId id,
        ItemId item,
        @Nullable DocumentId parent,
        @Nullable CaseId caseId,
        @Nullable CaseReference caseReference,
        Channel channel,
        DocumentState state,
        String name,
        String title,
        @Nullable String type,
        @Nullable LocalDate date,
        @Nullable String language,
        String mediaType,
        long size,
        Sha256 sha256,
        @Nullable Integer pages,
        @Nullable Double confidence,
        @Nullable String reason,
        @Nullable String wishedCase,
        @Nullable String sender,
        Instant receivedAt,
        @Nullable Instant readAt,
        @Nullable Instant filedAt,
        @Nullable Instant modifiedAt,
        @Nullable Long readingMillis,
        long version) {}
