package io.liasse.routes.reading;

import io.liasse.capture.Reading;
import io.liasse.capture.boundary.Boundaries;
import io.liasse.routes.batch.Section;
import io.liasse.routes.batch.Sheets;
import io.liasse.routes.batch.Stack;
import io.liasse.routes.workplace.Workplace;
import io.liasse.store.document.Boundary;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import io.liasse.store.document.Documents;
import io.liasse.store.document.ReadResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The way of a document from received to filed, on one page. Every step can be repeated: a line that breaks off anywhere
 * begins anew and ends the same. Thread-safe.
 *
 * <ol>
 *   <li>{@link NestingLimits}: parts of parts of parts end somewhere.
 *   <li>{@link FetchOriginal}: a verified copy on a desk of this node.
 *   <li>{@link ScanOriginal}: no virus in it, where there is a scanner.
 *   <li>{@link ReadFile}: detection, text, recognition, in child processes.
 *   <li>{@link StoreDerived}: renditions and parts into the object store.
 *   <li>{@link DivideStack}: where sheets or labels say so, documents of its pages.
 *   <li>{@link KeepResult}: all that was found, the jobs of the parts and the filing, in one transaction.
 *   <li>or {@link Rearrange}: a person said which documents its pages are.
 *   <li>or {@link RefuseDocument}: why it could not be read.
 * </ol>
 */
@Component
final class ReadingLine {
    private final Documents documents;
    private final NestingLimits limits;
    private final FetchOriginal fetch;
    private final ScanOriginal scan;
    private final ReadFile readFile;
    private final StoreDerived store;
    private final KeepResult keep;
    private final RefuseDocument refuse;
    private final PasswordSeal seal;
    private final Workplace workplace;
    private final Sheets sheets;
    private final DivideStack divide;
    private final Rearrange rearrange;
    private final Boundaries boundaries = new Boundaries();

    ReadingLine(
            Documents documents,
            NestingLimits limits,
            FetchOriginal fetch,
            ScanOriginal scan,
            ReadFile readFile,
            StoreDerived store,
            KeepResult keep,
            RefuseDocument refuse,
            PasswordSeal seal,
            Workplace workplace,
            Sheets sheets,
            DivideStack divide,
            Rearrange rearrange) {
        this.documents = documents;
        this.limits = limits;
        this.fetch = fetch;
        this.scan = scan;
        this.readFile = readFile;
        this.store = store;
        this.keep = keep;
        this.refuse = refuse;
        this.seal = seal;
        this.workplace = workplace;
        this.sheets = sheets;
        this.divide = divide;
        this.rearrange = rearrange;
    }

    /** Reads and files the document of the job; does nothing when that is done already, or the document is gone. */
    void read(ReadingJob job, Attempt attempt) {
        Optional<Document> document = documents.find(job.id());
        if (document.isEmpty() || !documents.startReading(job.id())) {
            return;
        }
        Optional<String> tooDeep = job.rearranges() ? Optional.empty() : limits.reasonAgainst(document.get());
        if (tooDeep.isPresent()) {
            documents.refuse(job.id(), DocumentState.FAILED, tooDeep.get());
            return;
        }
        try (Workplace.Desk desk = workplace.desk()) {
            read(job, document.get(), attempt, desk);
        }
    }

    private void read(ReadingJob job, Document document, Attempt attempt, Workplace.Desk desk) {
        if (job.rearranges()) {
            rearrange.rearrange(job, document, attempt, desk);
            return;
        }
        Path original = fetch.onto(desk, document);
        if (!scan.passes(document, original)) {
            return;
        }
        long started = System.nanoTime();
        String password = password(job);
        Reading reading = readFile.read(document, original, password, desk);
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        switch (reading) {
            case Reading.Read read ->
                keep(
                        read,
                        job,
                        new DivideStack.Source(document, store.store(read, took), original, password),
                        attempt,
                        desk);
            case Reading.Unsupported unsupported -> refuse.unsupported(document, unsupported);
            case Reading.NeedsPassword _ -> refuse.needsPassword(document, password != null);
            case Reading.Unreadable unreadable -> {
                attempt.throwUnlessToBlame(unreadable.cause());
                refuse.unreadable(document, unreadable);
            }
        }
    }

    private void keep(
            Reading.Read pages, ReadingJob job, DivideStack.Source read, Attempt attempt, Workplace.Desk desk) {
        Document document = read.document();
        switch (sheets.of(read.found())) {
            case Stack.Whole(Section section) ->
                keep.keep(document, labelled(read.found(), section), noticed(pages), job.priority());
            case Stack.OnlySheets() ->
                keep.keepForClerk(document, read.found(), noticed(pages), job.priority(), "only-sheets");
            case Stack.Sections(List<Section> sections) -> {
                List<DivideStack.Wanted> wanted =
                        sections.stream().map(each -> wanted(document, each)).toList();
                divide.divide(List.of(read), wanted, attempt, desk)
                        .ifPresentOrElse(
                                made -> keep.keepDivided(document, read.found(), noticed(pages), made, job.priority()),
                                () -> keep.keepForClerk(
                                        document, read.found(), noticed(pages), job.priority(), "not-divided"));
            }
        }
    }

    private KeepResult.Noticed noticed(Reading.Read read) {
        return new KeepResult.Noticed(proposed(read), HintsOf.read(read));
    }

    private List<Boundary> proposed(Reading.Read read) {
        return boundaries.in(read.pages()).stream()
                .map(each -> new Boundary(each.page(), each.score(), each.reasons(), false))
                .toList();
    }

    private static DivideStack.Wanted wanted(Document document, Section section) {
        List<DivideStack.Leaf> leaves = section.pages().stream()
                .map(page -> new DivideStack.Leaf(0, page))
                .toList();
        return new DivideStack.Wanted(SectionName.of(document.name(), section.pages()), leaves, section);
    }

    private static ReadResult labelled(ReadResult found, Section section) {
        return found.withFields(Stream.concat(Selection.labels(section), found.fields().stream())
                .toList());
    }

    private @Nullable String password(ReadingJob job) {
        String sealed = job.password();
        return sealed == null ? null : seal.open(sealed, job.document()).orElse(null);
    }
}
