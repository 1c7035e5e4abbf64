package io.liasse.capture;

import io.liasse.capture.Reading.Derived;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.Reading.ReadPage;
import io.liasse.capture.worker.Answer;
import io.liasse.capture.worker.Children;
import io.liasse.capture.worker.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The course of reading one file: a first look, its pages, spread over all child processes, then the renditions. */
final class Course {
    /** A file whose pages have ended more processes than these is given up. */
    private static final int MOST_DEATHS = 3;

    private final ReadOrder order;
    private final ReaderSettings settings;
    private final Children.Queue queue;
    private final Map<String, Integer> lettersByLanguage = new HashMap<>();

    Course(ReadOrder order, ReaderSettings settings, Children.Queue queue) {
        this.order = order;
        this.settings = settings;
        this.queue = queue;
    }

    Reading read() {
        Task look =
                new Task.Inspect(order.file(), order.name(), order.mediaTypeHint(), order.password(), order.folder());
        return switch (await(queue.ask(() -> look, settings.timePerFile()))) {
            case Answer.Inspected inspected -> read(inspected);
            case Answer.Unsupported(String mediaType, @Nullable String missing) ->
                new Reading.Unsupported(mediaType, missing);
            case Answer.NeedsPassword(String mediaType) -> new Reading.NeedsPassword(mediaType);
            case Answer.Failed failed -> unreadable(failed, null);
            case Answer.Done _, Answer.Glanced _, Answer.PageRead _, Answer.Assembled _, Answer.Divided _ ->
                throw new IllegalStateException("Not an answer to a first look");
        };
    }

    private static Reading unreadable(Answer.Failed failed, @Nullable String mediaType) {
        String type = failed.mediaType() == null ? mediaType : failed.mediaType();
        return new Reading.Unreadable(type, failed.cause(), failed.detail());
    }

    private Reading read(Answer.Inspected inspected) {
        Task.Source source = new Task.Source(inspected.form(), inspected.pagesFrom(), order.password(), order.folder());
        List<CompletableFuture<Answer>> asked = IntStream.rangeClosed(1, inspected.pages())
                .mapToObj(number -> queue.ask(() -> page(source, number), settings.timePerPage())
                        .thenApply(this::noted))
                .toList();
        Pages pages = new Pages();
        for (CompletableFuture<Answer> page : asked) {
            pages.add(await(page));
            if (pages.deaths > MOST_DEATHS) {
                queue.drop();
            }
        }
        return pages.given() ? unreadable(pages.failure(), inspected.mediaType()) : assemble(inspected, source, pages);
    }

    private synchronized Task.Page page(Task.Source source, int number) {
        String language = order.language() == null ? likeliest() : order.language();
        return new Task.Page(source, number, language, order.upright());
    }

    private Reading assemble(Answer.Inspected inspected, Task.Source source, Pages pages) {
        Task.Assemble task = new Task.Assemble(source, inspected.pages(), pages.turned, pages.languages());
        return switch (await(queue.ask(() -> task, settings.timePerFile()))) {
            case Answer.Assembled assembled -> {
                List<Derived> all = new ArrayList<>(pages.pictures);
                all.addAll(assembled.renditions());
                yield new Reading.Read(
                        inspected.mediaType(),
                        inspected.title(),
                        inspected.date() == null ? assembled.date() : inspected.date(),
                        order.language() == null ? likeliest() : order.language(),
                        pages.confidence(),
                        pages.confidence() == null ? null : inspected.scanner(),
                        pages.with(assembled.fields()),
                        all,
                        inspected.parts(),
                        inspected.signatures(),
                        ofTheFile(assembled.fields()));
            }
            case Answer.Failed failed -> unreadable(failed, inspected.mediaType());
            case Answer.NeedsPassword(String mediaType) -> new Reading.NeedsPassword(mediaType);
            case Answer.Done _,
                    Answer.Glanced _,
                    Answer.PageRead _,
                    Answer.Inspected _,
                    Answer.Divided _,
                    Answer.Unsupported _ -> throw new IllegalStateException("Not an answer to assembling");
        };
    }

    private static List<FoundField> ofTheFile(List<Answer.FieldsOf> fields) {
        return fields.stream()
                .filter(each -> each.page() == 0)
                .flatMap(each -> each.fields().stream())
                .toList();
    }

    private Answer await(CompletableFuture<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private synchronized Answer noted(Answer answer) {
        if (answer instanceof Answer.PageRead read && read.page().language() != null) {
            lettersByLanguage.merge(read.page().language(), read.page().text().length(), Integer::sum);
        }
        return answer;
    }

    /** The language most of the text read so far is in. */
    private synchronized @Nullable String likeliest() {
        return lettersByLanguage.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** What has come of the pages. */
    private static final class Pages {
        private final List<ReadPage> pages = new ArrayList<>();
        private final List<Derived> pictures = new ArrayList<>();
        private final List<Task.Turned> turned = new ArrayList<>();
        private final List<Answer.Failed> failures = new ArrayList<>();
        private int deaths;

        void add(Answer answer) {
            if (answer instanceof Answer.PageRead read) {
                add(read);
            } else if (answer instanceof Answer.Failed failed) {
                failures.add(failed);
                deaths += failed.cause() == Reading.Cause.DAMAGED || failed.cause() == Reading.Cause.TOO_MANY_PIXELS
                        ? 0
                        : 1;
                pages.add(new ReadPage(pages.size() + 1, "", "none", "failed", null, null, 0, 0, List.of(), List.of()));
            } else {
                throw new IllegalStateException("Not an answer to reading a page");
            }
        }

        private void add(Answer.PageRead read) {
            pages.add(read.page());
            pictures.addAll(read.pictures());
            if (read.page().source().equals("ocr")) {
                turned.add(new Task.Turned(read.page().number(), read.turn()));
            }
        }

        List<String> languages() {
            return pages.stream()
                    .map(page -> page.language() == null ? "" : page.language())
                    .toList();
        }

        /** The pages, with other fields where there are any. */
        List<ReadPage> with(List<Answer.FieldsOf> others) {
            Map<Integer, List<FoundField>> changed =
                    others.stream().collect(Collectors.toMap(Answer.FieldsOf::page, Answer.FieldsOf::fields));
            return pages.stream()
                    .map(page -> changed.containsKey(page.number()) ? page.with(changed.get(page.number())) : page)
                    .toList();
        }

        boolean given() {
            return deaths > MOST_DEATHS || (!failures.isEmpty() && failures.size() == pages.size());
        }

        Answer.Failed failure() {
            return failures.getFirst();
        }

        /** Mean over the recognised pages, each weighed by its text. */
        @Nullable
        Double confidence() {
            double sum = 0;
            long letters = 0;
            for (ReadPage page : pages) {
                if (page.confidence() != null) {
                    sum += page.confidence() * page.text().length();
                    letters += page.text().length();
                }
            }
            return letters == 0 ? null : sum / letters;
        }
    }
}
