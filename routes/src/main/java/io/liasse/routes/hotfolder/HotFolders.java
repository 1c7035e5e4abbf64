package io.liasse.routes.hotfolder;

import io.liasse.routes.DocumentIntake;
import io.liasse.routes.failure.ChannelBoard;
import io.liasse.routes.failure.SweptChannels;
import io.liasse.store.database.DatabaseSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The configured hot folders; without configuration {@code liasse.home/hot}. */
@Component
@EnableConfigurationProperties(HotFolderSettings.class)
final class HotFolders implements SweptChannels {
    private final List<FolderSweep> sweeps;

    HotFolders(
            HotFolderSettings settings, DatabaseSettings home, DocumentIntake intake, ChannelBoard board, Clock clock) {
        List<HotFolderSettings.HotFolder> folders = settings.hotFolders() == null
                ? List.of(HotFolderSettings.HotFolder.usual(home.folder("hot")))
                : settings.hotFolders();
        this.sweeps = IntStream.range(0, folders.size())
                .mapToObj(number -> sweep(number, folders.get(number), intake, board, clock))
                .toList();
    }

    private static FolderSweep sweep(
            int number, HotFolderSettings.HotFolder folder, DocumentIntake intake, ChannelBoard board, Clock clock) {
        Path path = folder.path().toAbsolutePath().normalize();
        Path name = path.getFileName();
        return new FolderSweep(
                "hot-folder-" + number,
                folder,
                intake,
                board.add(name == null ? path.toString() : name.toString(), "hot-folder", path.toString()),
                clock);
    }

    @Override
    public List<FolderSweep> sweeps() {
        return sweeps;
    }
}
