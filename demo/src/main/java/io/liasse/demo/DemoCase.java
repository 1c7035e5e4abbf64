package io.liasse.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case to open, in the shape the REST interface takes; {@code manager} is a user name, null for nobody. */
record DemoCase(String type, String title, @Nullable String manager, boolean sealed, List<DemoParty> parties) {
    /** A party with its role in the case. */
    record DemoParty(
            String role,
            String kind,
            String name,
            @Nullable String birthDate,
            @Nullable String language,
            @Nullable String place,
            List<DemoIdentifier> identifiers) {}

    /** A number or address by which a party is known. */
    record DemoIdentifier(String scheme, String value) {}

    static DemoParty person(String role, String name, String birthDate, String language, String place, String ahv) {
        return new DemoParty(role, "PERSON", name, birthDate, language, place, List.of(new DemoIdentifier("ahv", ahv)));
    }

    static DemoParty organisation(String role, String name, String place, String email) {
        return new DemoParty(
                role, "ORGANISATION", name, null, null, place, List.of(new DemoIdentifier("email", email)));
    }
}
