package io.liasse.routes.reading;

import io.liasse.capture.Reading;
import io.liasse.store.document.NewPart;
import io.liasse.store.document.PageText;
import io.liasse.store.document.ReadResult;
import io.liasse.store.document.Rendition;
import io.liasse.store.document.RenditionKind;
import io.liasse.store.document.Signature;
import io.liasse.store.document.SignatureState;
import io.liasse.store.object.ObjectStore;
import io.liasse.store.object.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Step: puts renditions and parts into the object store and says what was found in the words of the content store. */
@Component
final class StoreDerived {
    private final ObjectStore objects;

    StoreDerived(ObjectStore objects) {
        this.objects = objects;
    }

    ReadResult store(Reading.Read read, Duration took) {
        return new ReadResult(
                read.mediaType(),
                Plain.textOrNull(read.title()),
                read.date(),
                read.language(),
                read.confidence(),
                Plain.textOrNull(read.scanner()),
                took.toMillis(),
                read.pages().stream().map(StoreDerived::page).toList(),
                FoundFields.in(read),
                read.renditions().stream().map(this::rendition).toList(),
                parts(read.parts()),
                read.signatures().stream().map(StoreDerived::signature).toList());
    }

    private static PageText page(Reading.ReadPage page) {
        return new PageText(
                page.number(),
                Plain.text(page.text()),
                page.source(),
                page.because(),
                page.language(),
                page.confidence(),
                page.width(),
                page.height());
    }

    private static Signature signature(Reading.Signature signature) {
        return new Signature(
                Plain.text(signature.signer()),
                signature.at(),
                signature.whole(),
                switch (signature.state()) {
                    case VALID -> SignatureState.VALID;
                    case CHANGED -> SignatureState.CHANGED;
                    case UNKNOWN_SIGNER -> SignatureState.UNKNOWN_SIGNER;
                    case BROKEN -> SignatureState.BROKEN;
                });
    }

    private Rendition rendition(Reading.Derived derived) {
        return new Rendition(kind(derived.kind()), derived.page(), put(derived.file()), derived.mediaType());
    }

    static RenditionKind kind(Reading.Derived.Kind kind) {
        return switch (kind) {
            case PDF -> RenditionKind.PDF;
            case TEXT -> RenditionKind.TEXT;
            case PAGE -> RenditionKind.PAGE;
            case THUMBNAIL -> RenditionKind.THUMBNAIL;
            case ALTO -> RenditionKind.ALTO;
        };
    }

    private List<NewPart> parts(List<Reading.Part> parts) {
        return parts.stream()
                .map(part -> new NewPart(Plain.name(part.name()), put(part.file()), part.mediaType(), part.modified()))
                .toList();
    }

    private StoredObject put(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return objects.put(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
