package io.serai.bookingcom;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Body;

/** Stands where Serai keeps which reservations the channel knows to be taken. */
class Thanks {

    private final List<String> answers = new CopyOnWriteArrayList<>();

    /** As the route calls it after a confirmation. */
    public void settle(@Body String answer) {
        answers.add(answer);
    }

    List<String> answers() {
        return answers;
    }
}
