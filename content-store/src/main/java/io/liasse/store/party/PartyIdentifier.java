package io.liasse.store.party;

import io.liasse.store.InvalidInput;
import java.util.Locale;

/**
 * A number or address by which a party is known.
 *
 * @param scheme lower-case key: ahv, uid, iban, email, phone, policy, customer …
 * @param value as people write it
 */
public record PartyIdentifier(String scheme, String value) {
    public PartyIdentifier {
        if (scheme.isBlank() || value.isBlank() || value.length() > 200) {
            throw new InvalidInput("identifiers", "need a scheme and a value of at most 200 characters");
        }
    }

    /** The form compared: letters and digits only, lower case; e-mail addresses keep their signs. */
    public String normalised() {
        String lower = value.strip().toLowerCase(Locale.ROOT);
        return scheme.equals("email") ? lower : lower.replaceAll("[^\\p{L}\\d]", "");
    }
}
