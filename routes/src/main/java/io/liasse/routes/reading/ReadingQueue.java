package io.liasse.routes.reading;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The documents that wait to be read. Jobs are written in the running transaction, so they commit with the documents or
 * not at all; the workers of this node are told right after the commit. Thread-safe.
 */
@Component
public class ReadingQueue {
    private final Map<Lane, SchedulerClient> clients = new EnumMap<>(Lane.class);
    private final PasswordSeal seal;
    private final Clock clock;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    ReadingQueue(DataSource database, PasswordSeal seal, Clock clock) {
        DataSource joining = new TransactionAwareDataSourceProxy(database);
        for (Lane lane : Lane.values()) {
            clients.put(lane, client(joining, lane));
        }
        this.seal = seal;
        this.clock = clock;
    }

    private static SchedulerClient client(DataSource database, Lane lane) {
        return SchedulerClient.Builder.create(database)
                .tableName(lane.table())
                .serializer(new JobJson())
                .enablePriority()
                .build();
    }

    /** A document just received. Adding it again while it waits changes nothing. */
    public void add(DocumentId document, int priority) {
        put(document.toString(), ReadingJob.read(document, priority, null));
        tellAfterCommit();
    }

    /** The parts found in a document: right behind documents of its priority, so that an archive holds up nobody. */
    void addParts(List<DocumentId> parts, int priority) {
        parts.forEach(part -> add(part, priority - 1));
    }

    /** A document to be read again: a job of its own, since that of the reading before may just be ending. */
    public void again(Document document, @Nullable String password, int priority) {
        String sealed =
                password == null ? null : seal.seal(password, document.id().toString());
        putAgain(document, ReadingJob.read(document.id(), priority, sealed));
    }

    /** A document that was read, to be divided before these pages. */
    public void divide(Document document, List<Integer> begins, int priority) {
        putAgain(document, new ReadingJob(document.id().toString(), priority, null, List.copyOf(begins), null, null));
    }

    /** Two documents that were read, to be put together: the pages of the second are the backs, last sheet first. */
    public void collate(Document fronts, DocumentId backs, int priority) {
        putAgain(fronts, new ReadingJob(fronts.id().toString(), priority, null, null, backs.toString(), null));
    }

    /** Documents that were read, of whose pages others are made, or another version of the one. */
    public void arrange(Document first, Arrangement arrangement, int priority) {
        putAgain(first, new ReadingJob(first.id().toString(), priority, null, null, null, arrangement));
    }

    private void putAgain(Document document, ReadingJob job) {
        put(document.id() + "/" + document.version(), job);
        tellAfterCommit();
    }

    private void put(String name, ReadingJob job) {
        SchedulerClient client = Objects.requireNonNull(clients.get(Lane.of(job.priority())));
        client.scheduleIfNotExists(
                ReadingJob.TASK
                        .instance(name)
                        .data(job)
                        .priority(job.priority())
                        .build(),
                clock.instant());
    }

    private void tellAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                listeners.forEach(Runnable::run);
            }
        });
    }

    /** Calls the listener after each commit that added jobs. */
    void whenAdded(Runnable listener) {
        listeners.add(listener);
    }
}
