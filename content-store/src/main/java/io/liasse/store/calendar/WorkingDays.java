package io.liasse.store.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.liasse.store.InvalidInput;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Counts days without Saturdays, Sundays and the holidays of the configured place. Thread-safe. */
@Component
@EnableConfigurationProperties(CalendarSettings.class)
public class WorkingDays {
    /** So many can be counted at most. */
    public static final int MOST = 1000;

    private final HolidayManager holidays;
    private final String[] region;

    WorkingDays(CalendarSettings settings) {
        holidays = HolidayManager.getInstance(ManagerParameters.create(settings.country()));
        region = settings.region().isBlank() ? new String[0] : new String[] {settings.region()};
        requireKnown(settings);
    }

    private void requireKnown(CalendarSettings settings) {
        boolean known = settings.region().isBlank()
                || holidays.getCalendarHierarchy().getChildren().containsKey(settings.region());
        if (!known) {
            throw new IllegalArgumentException("liasse.calendar.region " + settings.region()
                    + " is not known in " + settings.country() + "; known are "
                    + holidays.getCalendarHierarchy().getChildren().keySet());
        }
    }

    public boolean worked(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.isHoliday(day, region);
    }

    /** The {@code count}th working day after {@code from}; 0 is {@code from} itself or the first working day after it. */
    public LocalDate after(LocalDate from, int count) {
        if (count < 0 || count > MOST) {
            throw new InvalidInput("inWorkingDays", "must be between 0 and " + MOST);
        }
        LocalDate first = count == 0 ? from : from.plusDays(1);
        return Stream.iterate(first, day -> day.plusDays(1))
                .filter(this::worked)
                .skip(Math.max(count - 1, 0))
                .findFirst()
                .orElseThrow();
    }
}
