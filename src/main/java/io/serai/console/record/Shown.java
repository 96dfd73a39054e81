package io.serai.console.record;

import io.serai.console.Refusal;
import io.serai.console.grid.Seen;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A form as a page shows it.
 *
 * @param entered what stands in it
 * @param seen the version that whoever fills it in has seen; empty: there is none yet
 * @param refusal why that was not taken; null: it was not tried
 */
record Shown<E extends Entered>(E entered, String seen, @Nullable Refusal refusal) {

    /** Of what is to be made. */
    static <E extends Entered> Shown<E> another(E entered) {
        return new Shown<>(entered, "", null);
    }

    /** Of what is stored, as it is. */
    static <E extends Entered> Shown<E> of(Object stored, E entered) {
        return new Shown<>(entered, Seen.stamp(stored), null);
    }

    /**
     * Again, after it was refused. What was entered stays, and so does the version that it was
     * entered upon; only who is told that somebody else wrote sees what is stored by now.
     *
     * @param entered null: nothing was, as where something was to be taken away
     * @param now of what is stored; null: nothing is
     */
    static <E extends Entered> Shown<E> again(
            @Nullable E entered, @Nullable Shown<E> now, NotWritten why) {
        return now != null && (entered == null || why.isOvertaken())
                ? new Shown<>(now.entered, now.seen, why.refusal())
                : new Shown<>(Objects.requireNonNull(entered), entered.text("seen"), why.refusal());
    }

    /** Gives it to a page. */
    void on(Model model) {
        model.addAttribute("entered", entered);
        model.addAttribute("seen", seen);
        model.addAttribute("refusal", refusal);
    }
}
