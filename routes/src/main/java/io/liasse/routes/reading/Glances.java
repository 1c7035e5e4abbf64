package io.liasse.routes.reading;

import io.liasse.capture.DocumentReader;
import io.liasse.capture.DocumentReader.Glance;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentId;
import io.liasse.store.document.Documents;
import io.liasse.store.document.PageHint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A glance at what a person just handed in, in a process of its own and before anything is read, so that a bad page is told
 * while the paper is in hand. What comes too fast for that, or is lost with the process, is measured when it is read.
 * Thread-safe.
 */
@Component
public class Glances implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Glances.class);

    /** More documents would wait longer than the person. */
    private static final int MOST_WAITING = 20;

    /** Nobody scans that fast by hand; then reading alone measures, and nothing is decoded twice. */
    private static final int IMPORT = 10;

    private static final int MOST_PAGES = 100;
    private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final Documents documents;
    private final FetchOriginal fetch;
    private final ScanOriginal scan;
    private final DocumentReader reader;
    private final Workplace workplace;
    private final ReadingSettings settings;
    private final ThreadPoolExecutor glancing;

    Glances(
            Documents documents,
            FetchOriginal fetch,
            ScanOriginal scan,
            DocumentReader reader,
            Workplace workplace,
            ReadingSettings settings) {
        this.documents = documents;
        this.fetch = fetch;
        this.scan = scan;
        this.reader = reader;
        this.workplace = workplace;
        this.settings = settings;
        this.glancing = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name("glance").factory(),
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /** Glances at a document after the running transaction has committed it. */
    public void afterCommit(DocumentId id) {
        if (!settings.enabled()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                glancing.execute(() -> tryGlance(id));
            }
        });
    }

    /** Whatever hinders a glance hinders reading too, which says so and tries again. */
    private void tryGlance(DocumentId id) {
        try {
            glance(id);
        } catch (RuntimeException e) {
            LOG.info("No glance at document {}: {}", id.value(), e.toString());
        }
    }

    private void glance(DocumentId id) {
        Document document = documents.find(id).orElse(null);
        if (document == null || document.state().isFinal() || documents.countUnderWay() > IMPORT) {
            return;
        }
        try (Workplace.Desk desk = workplace.desk()) {
            Path original = fetch.onto(desk, document);
            if (scan.passes(document, original)) {
                Telling telling = new Telling(id);
                reader.glance(original, desk.folder("glance"), MOST_PAGES, telling::tell);
                telling.keep();
            }
        }
    }

    /** Keeps what is told in batches: the first page at once, then not every page by itself. */
    private final class Telling {
        private final DocumentId id;
        private final List<PageHint> waiting = new ArrayList<>();
        private long kept;

        Telling(DocumentId id) {
            this.id = id;
        }

        void tell(Glance glance) {
            glance.hints().forEach(each -> waiting.add(HintsOf.hint(glance.page(), each)));
            if (kept == 0 || System.nanoTime() - kept > BETWEEN_NANOS) {
                keep();
            }
        }

        void keep() {
            kept = System.nanoTime();
            if (!waiting.isEmpty()) {
                documents.keepGlance(id, waiting);
                waiting.clear();
            }
        }
    }

    @Override
    public void close() {
        glancing.shutdownNow();
    }
}
