package io.liasse.caseapi.status;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Listing;
import io.liasse.routes.Channels;
import io.liasse.store.access.Role;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/channels}: how the ways in do. */
@RestController
@OnlyFor({Role.ADMINISTRATOR, Role.SUPERVISOR, Role.RECORDS_OFFICER})
final class ChannelController {
    private final Channels channels;

    ChannelController(Channels channels) {
        this.channels = channels;
    }

    /** One channel; {@code kind} is hot-folder, mail, rest or upload. */
    record ChannelJson(
            String name,
            String kind,
            String target,
            Channels.Health health,
            @Nullable Instant lastReceivedAt,
            @Nullable String lastProblem) {
        static ChannelJson of(Channels.State state) {
            return new ChannelJson(
                    state.name(),
                    state.kind(),
                    state.target(),
                    state.health(),
                    state.lastReceivedAt(),
                    state.lastProblem());
        }
    }

    @Operation(summary = "Lists the channels with their state")
    @GetMapping("/api/v1/channels")
    Listing<ChannelJson> list() {
        return Listing.whole(channels.all(), ChannelJson::of);
    }
}
