package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.routes.Channels;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The ways by which things come in, and how each one does. */
@Controller
@OnlyFor({Role.ADMINISTRATOR, Role.SUPERVISOR, Role.RECORDS_OFFICER})
final class ChannelPages {
    private final Channels channels;

    ChannelPages(Channels channels) {
        this.channels = channels;
    }

    @GetMapping("/settings/channels")
    String list(Viewer viewer, Model model) {
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("channels", channels.all());
        return "settings/channels";
    }
}
