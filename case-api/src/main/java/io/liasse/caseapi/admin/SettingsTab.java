package io.liasse.caseapi.admin;

import io.liasse.store.access.Role;
import io.liasse.store.access.Viewer;
import java.util.Arrays;
import java.util.List;

/** The parts of the settings. */
enum SettingsTab {
    PROFILE("/settings", "user"),
    TOKENS("/settings/tokens", "key"),
    USERS("/settings/users", "users-group"),
    CHANNELS("/settings/channels", "plug-connected"),
    TYPES("/settings/types", "category"),
    TAGS("/settings/tags", "tag"),
    FILING("/settings/filing", "folder-plus"),
    SYSTEM("/settings/system", "server-2");

    private final String path;
    private final String icon;

    SettingsTab(String path, String icon) {
        this.path = path;
        this.icon = icon;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    /** Those that lead somewhere for the viewer; the pages themselves check again. */
    static List<SettingsTab> of(Viewer viewer) {
        return Arrays.stream(values()).filter(tab -> tab.isFor(viewer)).toList();
    }

    private boolean isFor(Viewer viewer) {
        return switch (this) {
            case PROFILE, TOKENS -> true;
            case USERS, SYSTEM -> viewer.has(Role.ADMINISTRATOR);
            case TYPES, TAGS, FILING -> viewer.has(Role.ADMINISTRATOR) || viewer.has(Role.SUPERVISOR);
            case CHANNELS ->
                viewer.has(Role.ADMINISTRATOR) || viewer.has(Role.SUPERVISOR) || viewer.has(Role.RECORDS_OFFICER);
        };
    }
}
