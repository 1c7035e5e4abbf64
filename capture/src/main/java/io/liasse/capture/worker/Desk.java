package io.liasse.capture.worker;

import io.liasse.capture.DivideOrder;
import io.liasse.capture.ReaderSettings;
import io.liasse.capture.Reading;
import io.liasse.capture.Reading.Cause;
import io.liasse.capture.Reading.FoundField;
import io.liasse.capture.detect.Inspection;
import io.liasse.capture.field.FieldFinder;
import io.liasse.capture.form.PaperReading;
import io.liasse.capture.invoice.SwissBill;
import io.liasse.capture.ocr.Recogniser;
import io.liasse.capture.page.OpenDocuments;
import io.liasse.capture.page.PageGlance;
import io.liasse.capture.page.PageReading;
import io.liasse.capture.page.PageWords;
import io.liasse.capture.rendition.Assembly;
import io.liasse.capture.rendition.PageSelection;
import io.liasse.capture.whole.PageFields;
import io.liasse.capture.whole.Whole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands each task to the class that does it, in the child. Whatever goes wrong there becomes an answer. */
final class Desk {
    private @Nullable Tools tools;

    /** What a set-up makes. */
    private record Tools(
            Inspection inspection,
            PageReading pages,
            PageGlance glance,
            FieldFinder fields,
            PaperReading papers,
            Assembly assembly,
            Whole whole,
            OpenDocuments open) {
        static Tools lay(ReaderSettings settings, Path models) {
            OpenDocuments open = new OpenDocuments();
            FieldFinder fields = new FieldFinder(settings.region(), settings.definitions(), Clock.systemUTC());
            return new Tools(
                    new Inspection(settings),
                    new PageReading(settings, new Recogniser(models), open),
                    new PageGlance(settings, open),
                    fields,
                    new PaperReading(fields),
                    new Assembly(),
                    new Whole(Clock.systemUTC()),
                    open);
        }
    }

    Answer answer(Task task) {
        try {
            return attempt(task);
        } catch (RefusedException e) {
            return e.answer();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Answer.Failed(null, Cause.DAMAGED, where(e));
        }
    }

    /** The exception's type and the place it came from; never its message, which may quote the document. */
    private static String where(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown.getClass().getSimpleName()
                + (trace.length == 0 ? "" : " " + trace[0].getClassName() + ":" + trace[0].getLineNumber());
    }

    private Answer attempt(Task task) throws IOException {
        if (task instanceof Task.Setup(ReaderSettings settings, Path models)) {
            tools = Tools.lay(settings, models);
            return new Answer.Done();
        }
        Tools laid = tools;
        if (laid == null) {
            throw new IllegalStateException("No set-up came first");
        }
        return attempt(task, laid);
    }

    private static Answer attempt(Task task, Tools laid) throws IOException {
        return switch (task) {
            case Task.Inspect inspect -> laid.inspection().inspect(inspect);
            case Task.Glance glance -> laid.glance().glance(glance);
            case Task.Page page -> read(page, laid);
            case Task.Assemble assemble ->
                laid.whole().tell(assemble, laid.assembly().assemble(assemble));
            case Task.Divide(DivideOrder order) -> PageSelection.divide(order);
            case Task.Forget(Path folder) -> {
                laid.open().forget(folder);
                yield new Answer.Done();
            }
            case Task.Setup again -> throw new IllegalStateException("A second set-up " + again.models());
        };
    }

    private static Answer read(Task.Page task, Tools laid) throws IOException {
        Answer.PageRead read = laid.pages().read(task);
        PageWords words = PageWords.read(task.source().folder(), task.number());
        List<FoundField> fields = new ArrayList<>(read.page().fields());
        fields.addAll(laid.papers().read(words, picture(read)));
        fields.addAll(SwissBill.in(read.page().barcodes()));
        fields.addAll(laid.fields().find(words, read.page().language()));
        if (task.number() == 1) {
            fields.addAll(laid.fields().letterhead(words));
        }
        PageFields.write(task.source().folder(), task.number(), fields);
        return new Answer.PageRead(read.page().with(fields), read.pictures(), read.turn());
    }

    private static Path picture(Answer.PageRead read) {
        return read.pictures().stream()
                .filter(each -> each.kind() == Reading.Derived.Kind.PAGE)
                .findFirst()
                .orElseThrow()
                .file();
    }
}
