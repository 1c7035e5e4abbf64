package io.liasse.caseapi.documents;

import io.liasse.store.access.Viewer;
import io.liasse.store.document.Document;
import io.liasse.store.document.DocumentState;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client that watches one document. Events are sent one at a time, in order, and only when something changed. */
final class Watcher {
    /** What an event carries. */
    record Event(
            UUID id,
            DocumentState state,
            @Nullable String reason,
            @Nullable Integer pages,
            long version) {
        static Event of(Document document) {
            return new Event(
                    document.id().value(), document.state(), document.reason(), document.pages(), document.version());
        }
    }

    private final SseEmitter emitter;
    private final Viewer viewer;
    private long told = Long.MIN_VALUE;
    private boolean ended;

    Watcher(SseEmitter emitter, Viewer viewer) {
        this.emitter = emitter;
        this.viewer = viewer;
    }

    SseEmitter emitter() {
        return emitter;
    }

    Viewer viewer() {
        return viewer;
    }

    void onEnd(Runnable action) {
        emitter.onCompletion(action);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> action.run());
    }

    synchronized void tell(Document document) {
        if (!ended && document.version() > told) {
            told = document.version();
            send(SseEmitter.event()
                    .name("state")
                    .id(Long.toString(document.version()))
                    .data(Event.of(document), MediaType.APPLICATION_JSON));
            if (document.state().isFinal()) {
                end();
            }
        }
    }

    synchronized void signOfLife() {
        if (!ended) {
            send(SseEmitter.event().comment("here"));
        }
    }

    synchronized void end() {
        if (!ended) {
            ended = true;
            emitter.complete();
        }
    }

    /** A client that went away is no fault; the container tells the emitter, which tells us. */
    private void send(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException gone) {
            ended = true;
            emitter.completeWithError(gone);
        }
    }
}
