package io.liasse.routes;

import com.github.kagkarlsson.scheduler.task.Priority;
import io.liasse.routes.reading.Glances;
import io.liasse.routes.reading.ReadingQueue;
import io.liasse.store.InvalidInput;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.item.Channel;
import io.liasse.store.item.Items;
import io.liasse.store.item.NewItem;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.StoredObject;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where everything received comes in. When {@link #receive} returns, the bytes are durable in the object store, and item,
 * document, journal entries and reading job are committed in one transaction; only then may a channel answer its sender.
 * When it throws, nothing of what was sent is visible. Thread-safe.
 */
@Component
@EnableConfigurationProperties(IntakeSettings.class)
public class DocumentIntake {
    private final IntakeSettings settings;
    private final ObjectStore objects;
    private final Documents documents;
    private final Items items;
    private final ReadingQueue queue;
    private final Glances glances;
    private final TransactionTemplate transaction;

    DocumentIntake(
            IntakeSettings settings,
            ObjectStore objects,
            Documents documents,
            Items items,
            ReadingQueue queue,
            Glances glances,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.objects = objects;
        this.documents = documents;
        this.items = items;
        this.queue = queue;
        this.glances = glances;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Takes the bytes, none included (the caller closes the stream). The same source key again gives the earlier receipt.
     *
     * @throws IncomingTooLarge beyond {@code liasse.intake.max-bytes}
     * @throws IncomingUnreadable when the stream fails before its end
     * @throws io.liasse.store.object.ObjectStoreFailure when the bytes cannot be kept now
     */
    public Items.Receipt receive(Incoming incoming, InputStream bytes) {
        return takenBefore(incoming).orElseGet(() -> take(incoming, store(bytes)));
    }

    private Optional<Items.Receipt> takenBefore(Incoming incoming) {
        String key = incoming.sourceKey();
        return key == null
                ? Optional.empty()
                : items.taken(incoming.channel(), key)
                        .map(earlier -> new Items.Receipt(earlier.item(), earlier.document(), true));
    }

    private StoredObject store(InputStream bytes) {
        IncomingBytes incoming = new IncomingBytes(bytes, settings.maxBytes().toBytes());
        try {
            return objects.put(incoming);
        } catch (RuntimeException e) {
            throw incoming.blame(e);
        }
    }

    private Items.Receipt take(Incoming incoming, StoredObject object) {
        return transaction.execute(status -> {
            Items.Receipt receipt = documents.receive(item(incoming, object), incoming.wishes());
            if (!receipt.repeated()) {
                queue.add(receipt.document(), priority(incoming.urgency()));
                // Only there somebody with the paper in hand looks at the answer.
                if (incoming.channel() == Channel.UPLOAD) {
                    glances.afterCommit(receipt.document());
                }
            }
            return receipt;
        });
    }

    private static NewItem item(Incoming incoming, StoredObject object) {
        return new NewItem(
                incoming.channel(),
                incoming.sourceKey(),
                object,
                incoming.name(),
                incoming.sender(),
                incoming.mediaTypeHint(),
                incoming.messageId(),
                incoming.threadIds(),
                incoming.hints(),
                incoming.by(),
                incoming.source());
    }

    private static int priority(Incoming.Urgency urgency) {
        return switch (urgency) {
            case PERSON_WAITS -> Priority.HIGH;
            case ROUTINE -> Priority.MEDIUM;
            case BULK -> Priority.LOW;
        };
    }

    /**
     * Divides a document of the inbox or of an open case before these pages, by a job; a document without pictures of its pages cannot be.
     *
     * @param begins pages from 2 on
     */
    public Document divide(DocumentId id, Collection<Integer> begins, @Nullable Long version, Viewer by) {
        return transaction.execute(status -> {
            Document divided = documents.orderDivision(List.of(id), version, by).getFirst();
            int pages = divisible(divided);
            if (begins.isEmpty() || begins.stream().anyMatch(page -> page < 2 || page > pages)) {
                throw new InvalidInput("begins", "must be pages from 2 to " + pages);
            }
            queue.divide(divided, begins.stream().distinct().sorted().toList(), Priority.HIGH);
            return divided;
        });
    }

    /** Puts two documents of the inbox, or of one open case, together, by a job: fronts, and backs that were scanned last sheet first. */
    public Document collate(DocumentId fronts, DocumentId backs, Viewer by) {
        if (fronts.equals(backs)) {
            throw new InvalidInput("backs", "is the same document");
        }
        return transaction.execute(status -> {
            List<Document> both = documents.orderDivision(List.of(fronts, backs), null, by);
            int front = divisible(both.getFirst());
            int back = divisible(both.getLast());
            if (front != back) {
                throw new InvalidInput("backs", "has " + back + " pages, and there are " + front + " fronts");
            }
            queue.collate(both.getFirst(), backs, Priority.HIGH);
            return both.getFirst();
        });
    }

    private int divisible(Document document) {
        Integer pages = document.pages();
        boolean pictured =
                documents.rendition(document.id(), RenditionKind.PDF, 0).isPresent();
        if (pages == null || pages == 0 || !pictured) {
            throw new InvalidInput("document", "has no pages that could be divided");
        }
        return pages;
    }

    /** Reads a document again, with a password where it needs one (kept only until it is read). */
    public Document retry(DocumentId document, @Nullable String password, Viewer by) {
        return transaction.execute(status -> {
            Document again = documents.retry(document, by);
            queue.again(again, password, Priority.HIGH);
            return again;
        });
    }
}
