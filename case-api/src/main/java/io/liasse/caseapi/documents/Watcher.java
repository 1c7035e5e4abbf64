package io.liasse.caseapi.documents;

import io.liasse.store.access.Viewer;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One client that watches one document; its stream may be that of several. Events are sent one at a time, in order, and only when something changed. */
final class Watcher {
    private final SseEmitter emitter;
    private final Viewer viewer;
    private final Runnable done;
    private @Nullable StandingJson told;
    private boolean ended;

    Watcher(SseEmitter emitter, Viewer viewer, Runnable done) {
        this.emitter = emitter;
        this.viewer = viewer;
        this.done = done;
    }

    Viewer viewer() {
        return viewer;
    }

    static void onEnd(SseEmitter emitter, Runnable action) {
        emitter.onCompletion(action);
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> action.run());
    }

    /** Asks for the standing when it is this call's turn, so that an older one never comes after a newer one. */
    synchronized void tell(Supplier<StandingJson> latest) {
        if (!ended) {
            tell(latest.get());
        }
    }

    private void tell(StandingJson standing) {
        if (!standing.equals(told)) {
            told = standing;
            send(SseEmitter.event().name("state").data(standing, MediaType.APPLICATION_JSON));
            if (standing.state().isFinal()) {
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
            done.run();
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
