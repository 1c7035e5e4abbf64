package io.liasse.capture.field;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;

/** Telephone numbers, as E.164. */
final class Phones {
    private static final int MOST_TRIES = 100;

    private final String region;

    /** {@code region}: ISO 3166 code of the country that numbers without a country code belong to. */
    Phones(String region) {
        this.region = region;
    }

    List<Find> in(String text) {
        List<Find> finds = new ArrayList<>();
        PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
        for (PhoneNumberMatch match : phones.findNumbers(text, region, Leniency.VALID, MOST_TRIES)) {
            finds.add(new Find(
                    "phone", phones.format(match.number(), PhoneNumberFormat.E164), match.start(), match.end(), true));
        }
        return finds;
    }
}
