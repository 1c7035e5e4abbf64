package io.liasse.routes.hotfolder;

import io.liasse.routes.DocumentIntake;
import io.liasse.routes.Incoming;
import io.liasse.routes.IncomingTooLarge;
import io.liasse.routes.IncomingUnreadable;
import io.liasse.routes.failure.ChannelHealth;
import io.liasse.routes.failure.Sweep;
import io.liasse.routes.failure.Trouble;
import io.liasse.store.casefile.CaseReference;
import io.liasse.store.document.Wishes;
import io.liasse.store.item.Channel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One round through a hot folder. A file is removed only after the commit and only if it is still what was taken; the same
 * file seen again after a crash in between is known by its source key and only removed.
 */
final class FolderSweep implements Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSweep.class);
    private static final int MOST_AT_ONCE = 500;
    private static final int BULK = 50;

    private final String id;
    private final HotFolderSettings.HotFolder settings;
    private final Path root;
    private final Path errorFolder;
    private final Quiet quiet;
    private final ErrorFolder errors;
    private final DocumentIntake intake;
    private final ChannelHealth health;
    private final Clock clock;

    FolderSweep(
            String id, HotFolderSettings.HotFolder settings, DocumentIntake intake, ChannelHealth health, Clock clock) {
        this.id = id;
        this.settings = settings;
        this.root = settings.path().toAbsolutePath().normalize();
        this.errorFolder = settings.errorFolder().toAbsolutePath().normalize();
        this.quiet = new Quiet(settings.quiet());
        this.errors = new ErrorFolder(errorFolder);
        this.intake = intake;
        this.health = health;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public ChannelHealth health() {
        return health;
    }

    @Override
    public Duration interval() {
        return settings.interval();
    }

    @Override
    public void sweep() throws IOException {
        Files.createDirectories(root);
        Look look = Look.into(root, errorFolder);
        look.closed().forEach(problem -> health.problem(problem.toString()));
        List<Drop> ready = quiet.of(look.found(), System.nanoTime());
        Incoming.Urgency urgency = ready.size() > BULK ? Incoming.Urgency.BULK : Incoming.Urgency.ROUTINE;
        for (Drop drop : ready.subList(0, Math.min(ready.size(), MOST_AT_ONCE))) {
            takeOrRefuse(drop, urgency);
        }
    }

    private void takeOrRefuse(Drop drop, Incoming.Urgency urgency) {
        try {
            take(drop, urgency);
            remove(drop);
        } catch (NoSuchFileException e) {
            LOG.atDebug().addKeyValue("channel", id).log("a file went away before it was taken");
        } catch (IOException | IncomingUnreadable e) {
            refuse(drop, "it cannot be read (" + e + ")");
        } catch (IncomingTooLarge e) {
            refuse(drop, "it has more than " + e.limit() + " bytes");
        } catch (RuntimeException e) {
            refuseUnlessPassing(drop, e);
        }
    }

    /** All but the removal. */
    void take(Drop drop, Incoming.Urgency urgency) throws IOException {
        if (!drop.regular()) {
            throw new IOException("a link or a device, not a file");
        }
        Incoming incoming = incoming(drop, urgency);
        try (InputStream bytes = drop.open()) {
            intake.receive(incoming, bytes);
        }
        health.received();
    }

    private Incoming incoming(Drop drop, Incoming.Urgency urgency) throws IOException {
        return new Incoming(
                Channel.HOT_FOLDER,
                drop.sourceKey(),
                drop.name(),
                null,
                null,
                null,
                List.of(),
                drop.folders(),
                null,
                Wishes.NONE,
                urgency,
                source(drop));
    }

    /** The outermost sub-folder, as scanners have one each; else this folder. One named after a case is no source. */
    private @Nullable String source(Drop drop) {
        return drop.folders().stream()
                .limit(1)
                .filter(folder -> CaseReference.findAll(folder).isEmpty())
                .findFirst()
                .orElseGet(() -> Objects.toString(root.getFileName(), null));
    }

    /** After a failure the file is met again in the next round, known, and only removed. */
    private void remove(Drop drop) {
        try {
            if (drop.isUnchanged()) {
                Files.deleteIfExists(drop.file());
            }
        } catch (IOException e) {
            health.problem(drop.relative() + " is stored but cannot be removed: " + e);
        }
    }

    private void refuseUnlessPassing(Drop drop, RuntimeException problem) {
        if (Trouble.passes(problem)) {
            throw problem;
        }
        String reference = UUID.randomUUID().toString();
        LOG.atError()
                .addKeyValue("channel", id)
                .addKeyValue("reference", reference)
                .setCause(problem)
                .log("a file could not be taken");
        refuse(drop, "internal fault, see the log under " + reference);
    }

    private void refuse(Drop drop, String reason) {
        health.problem(drop.relative() + ": " + reason);
        try {
            errors.take(drop, reason, clock.instant());
        } catch (IOException e) {
            health.problem(drop.relative() + ": " + reason + "; it cannot be moved away: " + e);
        }
    }
}
