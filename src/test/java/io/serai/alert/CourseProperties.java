package io.serai.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.alert.Course.Step;
import io.serai.alert.Course.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What is told of something that comes and goes, looked at each minute. */
class CourseProperties {

    private static final Duration CALM = Duration.ofMinutes(3);
    private static final Duration AGAIN = Duration.ofMinutes(30);
    private static final Instant START = Instant.parse("2027-02-01T10:00:00Z");

    @Property
    void tellsOfEachStretchOnceAndOfItsEndOnceItStayedSo(
            @ForAll @Size(min = 1, max = 120) List<Boolean> minutes) {
        List<String> told = told(minutes);

        assertThat(told).isEqualTo(expected(minutes));
    }

    @Property
    void remindsAtMostOnceInAWhile(@ForAll @Size(min = 40, max = 200) List<Boolean> minutes) {
        List<Integer> reminders =
                told(minutes, true).stream()
                        .filter(it -> it.endsWith("LASTS"))
                        .map(it -> Integer.valueOf(it.split(" ")[0]))
                        .toList();

        for (int n = 1; n < reminders.size(); n++) {
            assertThat(reminders.get(n) - reminders.get(n - 1)).isGreaterThanOrEqualTo(30);
        }
    }

    private static List<String> told(List<Boolean> minutes) {
        return told(minutes, false);
    }

    private static List<String> told(List<Boolean> minutes, boolean reminders) {
        List<String> told = new ArrayList<>();
        Course course = null;
        for (int minute = 0; minute < minutes.size(); minute++) {
            Instant now = START.plus(Duration.ofMinutes(minute));
            boolean holds = minutes.get(minute);
            if (course != null) {
                Step step = course.look(holds, now, CALM, AGAIN);
                if (step.told() != null && (reminders || step.told() != Told.LASTS)) {
                    told.add(minute + " " + step.told());
                }
                course = step.isFinished() ? null : step.course();
            }
            if (course == null && holds) {
                course = Course.begun(now);
                told.add(minute + " " + Told.RAISED);
            }
        }
        return told;
    }

    /** By another way: a stretch goes on over gaps of fewer minutes than it must be calm. */
    private static List<String> expected(List<Boolean> minutes) {
        List<String> told = new ArrayList<>();
        boolean isOpen = false;
        int calm = 0;
        for (int minute = 0; minute < minutes.size(); minute++) {
            calm = minutes.get(minute) ? 0 : calm + 1;
            if (!isOpen && calm == 0) {
                told.add(minute + " RAISED");
                isOpen = true;
            } else if (isOpen && calm > CALM.toMinutes()) {
                told.add(minute + " OVER");
                isOpen = false;
            } else if (isOpen && calm == 0 && gapBefore(minutes, minute) >= CALM.toMinutes()) {
                told.add(minute + " RAISED");
            }
        }
        return told;
    }

    private static int gapBefore(List<Boolean> minutes, int minute) {
        int gap = 0;
        while (minute - gap - 1 >= 0 && !minutes.get(minute - gap - 1)) {
            gap++;
        }
        return gap;
    }
}
