package io.liasse.routes.reading;

import io.liasse.capture.Reading;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way of a document from received to filed, on one page. Every step can be repeated: a line that breaks off anywhere
 * begins anew and ends the same. Thread-safe.
 *
 * <ol>
 *   <li>{@link NestingLimits}: parts of parts of parts end somewhere.
 *   <li>{@link FetchOriginal}: a verified copy on a desk of this node.
 *   <li>{@link ReadFile}: detection, text, recognition, in child processes.
 *   <li>{@link StoreDerived}: renditions and parts into the object store.
 *   <li>{@link KeepResult}: all that was found, the jobs of the parts and the filing, in one transaction.
 *   <li>or {@link RefuseDocument}: why it could not be read.
 * </ol>
 */
@Component
final class ReadingLine {
    private final Documents documents;
    private final NestingLimits limits;
    private final FetchOriginal fetch;
    private final ReadFile readFile;
    private final StoreDerived store;
    private final KeepResult keep;
    private final RefuseDocument refuse;
    private final Workplace workplace;

    ReadingLine(
            Documents documents,
            NestingLimits limits,
            FetchOriginal fetch,
            ReadFile readFile,
            StoreDerived store,
            KeepResult keep,
            RefuseDocument refuse,
            Workplace workplace) {
        this.documents = documents;
        this.limits = limits;
        this.fetch = fetch;
        this.readFile = readFile;
        this.store = store;
        this.keep = keep;
        this.refuse = refuse;
        this.workplace = workplace;
    }

    /** Reads and files the document of the job; does nothing when that is done already, or the document is gone. */
    void read(ReadingJob job, Attempt attempt) {
        Optional<Document> document = documents.find(job.id());
        if (document.isEmpty() || !documents.startReading(job.id())) {
            return;
        }
        Optional<String> tooDeep = limits.reasonAgainst(document.get());
        if (tooDeep.isPresent()) {
            documents.refuse(job.id(), DocumentState.FAILED, tooDeep.get());
            return;
        }
        try (Workplace.Desk desk = workplace.desk()) {
            read(job, document.get(), attempt, desk);
        }
    }

    private void read(ReadingJob job, Document document, Attempt attempt, Workplace.Desk desk) {
        Path original = fetch.onto(desk, document);
        long started = System.nanoTime();
        Reading reading = readFile.read(document, original, job.password(), desk);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        switch (reading) {
            case Reading.Read read -> keep.keep(document, store.store(read, took), job.priority());
            case Reading.Unsupported unsupported -> refuse.unsupported(document, unsupported);
            case Reading.NeedsPassword _ -> refuse.needsPassword(document, job.password() != null);
            case Reading.Unreadable unreadable -> {
                attempt.throwUnlessToBlame(unreadable.cause());
                refuse.unreadable(document, unreadable);
            }
        }
    }
}
