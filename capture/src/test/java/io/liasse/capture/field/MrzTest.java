package io.liasse.capture.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.liasse.capture.field.Mrz.Part;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The zones are the specimens of ICAO 9303, parts 4 to 7. */
final class MrzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final List<String> PASSPORT =
            List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    private static final List<String> CARD = List.of(
            "I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<");
    private static final List<String> SMALL =
            List.of("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6");
    private static final List<String> VISA =
            List.of("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<");

    @Test
    void readsPassport() {
        assertThat(parts(PASSPORT))
                .extracting(Part::name, Part::value, Part::valid)
                .contains(
                        tuple("mrz", String.join("\n", PASSPORT), true),
                        tuple("document-number", "L898902C3", true),
                        tuple("surname", "ERIKSSON", null),
                        tuple("given-names", "ANNA MARIA", null),
                        tuple("nationality", "UTO", null),
                        tuple("birth-date", "1974-08-12", true),
                        tuple("expiry-date", "2012-04-15", true),
                        tuple("sex", "F", null));
    }

    @Test
    void readsCardsAndVisas() {
        assertThat(parts(CARD))
                .extracting(Part::name, Part::value)
                .contains(tuple("document-number", "D23145890"), tuple("given-names", "ANNA MARIA"));
        assertThat(parts(CARD).getFirst().valid()).isTrue();
        assertThat(parts(SMALL))
                .extracting(Part::name, Part::value)
                .contains(tuple("document-number", "D23145890"), tuple("surname", "ERIKSSON"));
        assertThat(parts(SMALL).getFirst().valid()).isTrue();
        assertThat(parts(VISA))
                .extracting(Part::name, Part::value)
                .contains(tuple("document-number", "L8988901C"), tuple("expiry-date", "1996-12-10"));
    }

    @Test
    void putsRightWhatACheckDigitProves() {
        List<Part> parts = parts(List.of(PASSPORT.getFirst(), "L8989O2C36UTO74O8122F1204159ZE184226B<<<<<10"));

        assertThat(parts)
                .extracting(Part::name, Part::value, Part::valid, Part::note)
                .contains(
                        tuple("document-number", "L898902C3", true, "corrected|L8989O2C3"),
                        tuple("birth-date", "1974-08-12", true, "corrected|74O812"));
    }

    @Test
    void saysWhichCheckDigitIsWrong() {
        int wrong = (Mrz.digit("L797907C3") + 1) % 10;
        List<Part> parts =
                parts(List.of(PASSPORT.getFirst(), "L797907C3" + wrong + "UTO7408122F1204159ZE184226B<<<<<10"));

        assertThat(parts)
                .extracting(Part::name, Part::valid)
                .contains(tuple("document-number", false), tuple("birth-date", true), tuple("mrz", false));
    }

    @Property(tries = 300)
    void noTextBreaksIt(@ForAll String text) {
        assertThat(Mrz.line(text).filter(String::isEmpty)).isEmpty();
        assertThat(Mrz.read(List.of("P<" + text, text + "<<"), TODAY)).isNotNull();
    }

    private static List<Part> parts(List<String> lines) {
        return Mrz.read(lines, TODAY).orElseThrow();
    }
}
