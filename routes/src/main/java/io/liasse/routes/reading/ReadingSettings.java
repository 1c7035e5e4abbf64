package io.liasse.routes.reading;

import io.liasse.capture.ReaderSettings;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code liasse.reading.*}: how documents are read, and the limits of reading.
 *
 * @param enabled whether this node takes reading jobs; off on nodes that only receive and show
 * @param threads documents under way at once; 0: twice the cores, so that pages of several documents keep all cores busy
 * @param urgentThreads more of these, kept for documents a person waits for; 0: one per core
 * @param pollInterval how often this node looks for jobs of other nodes; its own it takes at once
 * @param heartbeat a node that misses four of these is dead, and others take over its jobs
 * @param firstPause before the second try after trouble of the surroundings; doubles with each try
 * @param longestPause what the pause grows to
 * @param tries most tries while the surroundings are in trouble; then the document fails, visibly
 * @param faultTries most tries where the program itself is at fault
 * @param depth how many levels of parts of parts are read (a mail in an archive in a mail is two)
 * @param partsPerItem most documents that one received item may become
 * @param shutdownWait how long a stopping node lets documents under way finish; the rest is read after the restart
 * @param workers child processes; 0: one per core
 * @param heap Java heap of one child process
 * @param resident all memory of one child process, heap and native
 * @param timePerPage most time for one page, recognition included
 * @param timePerFile most time for detection, text and unpacking of one file
 * @param pages most pages of one file
 * @param pixelsPerPage most pixels of one page picture
 * @param parts most files inside one file
 * @param unpacked most bytes all parts of one file may have together
 * @param resolution dots per inch for pages that have no picture of their own
 * @param region ISO 3166 code of the country that telephone numbers without a country code belong to
 * @param tessdata folder of language models; empty: the usual places
 * @param office LibreOffice: auto (where it is on the path of the system), off, or the path of soffice
 * @param certificates folder of certificates (PEM or DER) whose owners' signatures are known; empty: only the Java runtime's
 * @param definitions folder of definitions of fields and paper forms; empty: {@code fields} in the home
 */
@ConfigurationProperties("liasse.reading")
public record ReadingSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("0") int threads,
        @DefaultValue("0") int urgentThreads,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("1s") Duration firstPause,
        @DefaultValue("1m") Duration longestPause,
        @DefaultValue("720") int tries,
        @DefaultValue("3") int faultTries,
        @DefaultValue("8") int depth,
        @DefaultValue("10000") int partsPerItem,
        @DefaultValue("5s") Duration shutdownWait,
        @DefaultValue("0") int workers,
        @DefaultValue("512MB") DataSize heap,
        @DefaultValue("1536MB") DataSize resident,
        @DefaultValue("90s") Duration timePerPage,
        @DefaultValue("120s") Duration timePerFile,
        @DefaultValue("5000") int pages,
        @DefaultValue("120000000") long pixelsPerPage,
        @DefaultValue("2000") int parts,
        @DefaultValue("2GB") DataSize unpacked,
        @DefaultValue("300") int resolution,
        @DefaultValue("CH") String region,
        @Nullable Path tessdata,
        @DefaultValue("auto") String office,
        @Nullable Path certificates,
        @Nullable Path definitions) {
    public ReadingSettings {
        int cores = Runtime.getRuntime().availableProcessors();
        threads = threads > 0 ? threads : 2 * cores;
        urgentThreads = urgentThreads > 0 ? urgentThreads : cores;
        workers = workers > 0 ? workers : cores;
    }

    /** What the reader is told; {@code folder}: of the definitions. */
    ReaderSettings reader(Path folder) {
        return new ReaderSettings(
                workers,
                (int) heap.toMegabytes(),
                (int) resident.toMegabytes(),
                timePerPage,
                timePerFile,
                pages,
                pixelsPerPage,
                parts,
                unpacked.toBytes(),
                resolution,
                region,
                tessdata,
                office,
                certificates,
                folder);
    }

    /** How long to wait after so many failed tries: the first pause, doubled with each, up to the longest. */
    Duration pauseAfter(int failures) {
        long factor = 1L << Math.min(failures - 1, 30);
        Duration pause = firstPause.multipliedBy(factor);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
