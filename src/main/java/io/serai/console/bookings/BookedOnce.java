package io.serai.console.bookings;

import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/** What somebody booked while signed in: a form that is sent twice books once. */
final class BookedOnce implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int MOST = 200;
    private static final String KEY = "[0-9a-f-]{36}";

    private final LinkedHashMap<String, Long> bookings = new LinkedHashMap<>();

    private BookedOnce() {}

    /**
     * Books, unless the same form did so before.
     *
     * @param key of the form; every one that is shown has another
     * @return the booking's key
     * @throws EnteredWrong where the form has no key
     */
    static long book(HttpSession session, int hotel, @Nullable String key, LongSupplier booking) {
        if (key == null || !key.matches(KEY)) {
            throw EnteredWrong.of("key: missing (expected: the one that the form was shown with)");
        }
        synchronized (WebUtils.getSessionMutex(session)) {
            BookedOnce booked = (BookedOnce) session.getAttribute(BookedOnce.class.getName());
            if (booked == null) {
                booked = new BookedOnce();
            }
            long id = booked.take(hotel + "/" + key, booking);
            session.setAttribute(BookedOnce.class.getName(), booked);
            return id;
        }
    }

    private long take(String form, LongSupplier booking) {
        Long before = bookings.get(form);
        if (before != null) {
            return before;
        }
        long id = booking.getAsLong();
        bookings.put(form, id);
        if (bookings.size() > MOST) {
            bookings.remove(bookings.keySet().iterator().next());
        }
        return id;
    }
}
