package io.liasse.store.document;

import io.liasse.store.access.UserId;
import io.liasse.store.database.Values;
import io.liasse.store.database.Words;
import io.liasse.store.item.ItemId;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.item.SourceKey;
import io.liasse.store.journal.Action;
import io.liasse.store.journal.Actor;
import io.liasse.store.journal.Journal;
import io.liasse.store.journal.NewEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what was received: one item, one document, its first version, two entries of the journal. Once per source key. */
final class Reception {
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final JdbcClient sql;
    private final Items items;
    private final DocumentTypes types;
    private final Journal journal;
    private final ReleasedObjects released;
    private final Clock clock;

    Reception(
            JdbcClient sql, Items items, DocumentTypes types, Journal journal, ReleasedObjects released, Clock clock) {
        this.sql = sql;
        this.items = items;
        this.types = types;
        this.journal = journal;
        this.released = released;
        this.clock = clock;
    }

    Items.Receipt receive(NewItem item, Wishes wishes) {
        released.claim(List.of(item.object().hash()));
        Instant now = Values.now(clock);
        return inserted(item, now).map(id -> received(id, item, wishes, now)).orElseGet(() -> earlier(item));
    }

    /** The other transaction has committed: the insert that met it waited for that. */
    private Items.Receipt earlier(NewItem item) {
        return Optional.ofNullable(item.sourceKey())
                .flatMap(key -> items.taken(item.channel(), key))
                .orElseThrow(() -> new IllegalStateException("neither inserted nor taken before"));
    }

    /** Empty when the source key is taken. */
    private Optional<ItemId> inserted(NewItem item, Instant now) {
        String key = item.sourceKey();
        return sql.sql("""
                insert into item (channel, source_key, source_digest, name, sender, size, sha256, message_id, thread_ids,
                                  hints, posted_by, source, received_at, words)
                values (:channel, :key, :digest, :name, :sender, :size, :sha256, :message, :threads, :hints, :by, :source,
                        :now, array_to_tsvector(:words))
                on conflict (channel, source_digest) do nothing returning id
                """)
                .param("channel", item.channel().name())
                .param("key", Values.storableOrNull(key))
                .param(
                        "digest",
                        key == null ? null : new SourceKey(key).digest().hex())
                .param("name", Values.storable(item.name()))
                .param("sender", Values.storableOrNull(item.sender()))
                .param("size", item.object().size())
                .param("sha256", item.object().hash().hex())
                .param("message", Values.storableOrNull(item.messageId()))
                .param("threads", Values.array(item.threadIds()))
                .param("hints", Values.array(item.hints()))
                .param("by", value(item.by()))
                .param("source", Values.storableOrNull(item.source()))
                .param("now", Values.time(now))
                .param("words", Words.of(item.name() + " " + Objects.requireNonNullElse(item.sender(), "")))
                .query(UUID.class)
                .optional()
                .map(ItemId::new);
    }

    private static @Nullable UUID value(@Nullable UserId user) {
        return user == null ? null : user.value();
    }

    private Items.Receipt received(ItemId id, NewItem item, Wishes wishes, Instant now) {
        DocumentId document = insertedDocument(id, item, wishes, now);
        Actor by = actor(item.by());
        insertVersion(document, item, by, Values.time(now));
        Map<String, String> details =
                Map.of("item", id.toString(), "channel", item.channel().name());
        journal.append(NewEntry.of(Action.ITEM_RECEIVED, by).with(details));
        journal.append(NewEntry.of(Action.DOCUMENT_RECEIVED, by).about(document).with(details));
        return new Items.Receipt(id, document, false);
    }

    private DocumentId insertedDocument(ItemId id, NewItem item, Wishes wishes, Instant now) {
        String type = wishes.type() != null && types.all().contains(wishes.type()) ? wishes.type() : null;
        UUID document = sql.sql("""
                insert into document (item_id, channel, name, title, title_given, type, document_date, date_given, language,
                                      language_given, media_type, size, sha256, wished_case, sender, posted_by,
                                      received_at)
                values (:item, :channel, :name, :title, :titleGiven, :type, :date, :dateGiven, :language, :languageGiven,
                        :mediaType, :size, :sha256, :wished, :sender, :by, :now)
                returning id
                """)
                .param("item", id.value())
                .param("channel", item.channel().name())
                .param("name", Values.storable(item.name()))
                .param("title", Values.storable(wishes.title() == null ? item.name() : wishes.title()))
                .param("titleGiven", wishes.title() != null)
                .param("type", type)
                .param("date", wishes.date())
                .param("dateGiven", wishes.date() != null)
                .param("language", Values.storableOrNull(wishes.language()))
                .param("languageGiven", wishes.language() != null)
                .param("mediaType", mediaType(item))
                .param("size", item.object().size())
                .param("sha256", item.object().hash().hex())
                .param("wished", Values.storableOrNull(wishes.caseReference()))
                .param("sender", Values.storableOrNull(item.sender()))
                .param("by", value(item.by()))
                .param("now", Values.time(now))
                .query(UUID.class)
                .single();
        return new DocumentId(document);
    }

    private static String mediaType(NewItem item) {
        return item.mediaTypeHint() == null ? UNKNOWN_TYPE : Values.storable(item.mediaTypeHint());
    }

    private void insertVersion(DocumentId document, NewItem item, Actor by, OffsetDateTime now) {
        sql.sql("insert into document_version values (:document, 1, :sha256, :size, :mediaType, 'received', :by, :now)")
                .param("document", document.value())
                .param("sha256", item.object().hash().hex())
                .param("size", item.object().size())
                .param("mediaType", mediaType(item))
                .param("by", by.name())
                .param("now", now)
                .update();
    }

    private Actor actor(@Nullable UserId user) {
        if (user == null) {
            return Actor.program("intake");
        }
        String name = sql.sql("select display_name from users where id = :id")
                .param("id", user.value())
                .query(String.class)
                .single();
        return new Actor(user, name);
    }
}
