package io.liasse.store.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liasse.store.InvalidInput;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Days of calendars that everybody can look up. */
class WorkingDaysTest {
    private static WorkingDays in(String country, String region) {
        return new WorkingDays(new CalendarSettings(country, region));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void passOverWeekendsAndHolidays() {
        WorkingDays vaud = in(null, "vd");
        assertThat(vaud.after(day("2026-11-20"), 1)).isEqualTo("2026-11-23");
        assertThat(vaud.after(day("2026-12-23"), 2)).isEqualTo("2026-12-28");
        assertThat(vaud.after(day("2026-07-31"), 0)).isEqualTo("2026-07-31");
        assertThat(vaud.after(day("2026-08-01"), 0)).isEqualTo("2026-08-03");
        assertThat(vaud.worked(day("2026-04-03"))).as("Good Friday").isFalse();
        assertThat(vaud.worked(day("2026-09-21")))
                .as("Monday of the Federal Fast")
                .isFalse();
    }

    @Test
    void differByRegionAndCountry() {
        assertThat(in("ch", "ti").worked(day("2026-11-01").plusDays(0))).isFalse();
        assertThat(in("ch", "ti").worked(day("2027-11-01")))
                .as("All Saints in Ticino")
                .isFalse();
        assertThat(in("ch", "zh").worked(day("2027-11-01")))
                .as("All Saints in Zurich")
                .isTrue();
        assertThat(in("fr", null).worked(day("2026-07-14"))).isFalse();
        assertThat(in("ch", null).worked(day("2026-07-14"))).isTrue();
    }

    @Test
    void refuseWhatTheyDoNotKnow() {
        assertThatThrownBy(() -> in("ch", "xx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("liasse.calendar.region")
                .hasMessageContaining("vd");
        assertThatThrownBy(() -> in("ch", "vd").after(day("2026-01-01"), -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> in("ch", "vd").after(day("2026-01-01"), 1001)).isInstanceOf(InvalidInput.class);
    }
}
