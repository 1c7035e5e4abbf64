package io.liasse.caseapi.admin;

import io.liasse.caseapi.security.OnlyFor;
import io.liasse.caseapi.web.Flash;
import io.liasse.routes.reading.FieldDefinitions;
import io.liasse.search.Indexer;
import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import io.liasse.store.document.Documents;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the program itself does: its version, the index and making it anew. */
@Controller
@OnlyFor(Role.ADMINISTRATOR)
final class SystemPages {
    private final Indexer indexer;
    private final Documents documents;
    private final FieldDefinitions definitions;
    private final ObjectProvider<BuildProperties> build;

    SystemPages(
            Indexer indexer, Documents documents, FieldDefinitions definitions, ObjectProvider<BuildProperties> build) {
        this.definitions = definitions;
        this.indexer = indexer;
        this.documents = documents;
        this.build = build;
    }

    /**
     * What the page tells.
     *
     * @param rebuilding percent, null when the index is not being made anew
     */
    record State(
            String version,
            String java,
            Instant startedAt,
            int underWay,
            long entries,
            @Nullable Instant upTo,
            @Nullable Integer rebuilding) {}

    @GetMapping("/settings/system")
    String show(Viewer viewer, Model model) {
        model.addAttribute("tabs", SettingsTab.of(viewer));
        model.addAttribute("state", state());
        model.addAttribute("definitions", definitions.files());
        model.addAttribute("folder", definitions.folder());
        return "settings/system";
    }

    @PostMapping("/settings/system/rebuild")
    String rebuild(RedirectAttributes after) {
        indexer.rebuild();
        after.addFlashAttribute("flash", Flash.notice("settings.system.rebuilding.started"));
        return "redirect:/settings/system";
    }

    /** The part of the page that changes while the index is made anew. */
    @GetMapping("/fragments/index")
    String index(Model model) {
        model.addAttribute("state", state());
        return "settings/system :: index";
    }

    private State state() {
        Indexer.Status index = indexer.status();
        Double part = index.rebuilding();
        return new State(
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("–"),
                Runtime.version().toString(),
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()),
                documents.countUnderWay(),
                index.entries(),
                index.upTo(),
                part == null ? null : (int) Math.round(part * 100));
    }
}
