package io.serai.console.bookings;

import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.console.access.Grants;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.hotel.sale.SaleTerms;
import io.serai.reservation.detail.ToldRevisions;
import io.serai.reservation.direct.BookingRefused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;

/** Gives the page of a booking what it shows. */
@Component
class BookingView {

    private final Desk desk;
    private final Frame frame;
    private final BookingSheets sheets;
    private final ToldRevisions revisions;
    private final BookingMessages messages;

    private final Users users;

    BookingView(
            Desk desk,
            Frame frame,
            BookingSheets sheets,
            ToldRevisions revisions,
            BookingMessages messages,
            Users users) {
        this.users = users;
        this.desk = desk;
        this.frame = frame;
        this.sheets = sheets;
        this.revisions = revisions;
        this.messages = messages;
    }

    BookingSheet sheet(SignedIn user, int hotel, long booking) {
        return desk.at(user, hotel, (session, here) -> sheets.read(session, here, booking));
    }

    /** Why something was not done with a booking of the hotel's own. */
    String refused(SignedIn user, int hotel, BookingRefused refused) {
        return desk.at(
                user,
                hotel,
                (session, here) ->
                        DirectWords.refused(refused, HotelNames.of(session, hotel), here));
    }

    /** All of it. */
    void whole(
            SignedIn user,
            int hotel,
            long booking,
            @Nullable Integer left,
            @Nullable Integer right,
            Model model) {
        desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "bookings");
                    BookingSheet sheet = read(session, user, here, booking, model);
                    model.addAttribute(
                            "compare",
                            RevisionCompare.of(
                                    revisions.of(session, booking),
                                    left,
                                    right,
                                    RateNames.of(session, booking),
                                    sheet.channelOfIts()));
                    model.addAttribute("messages", messages.of(session, booking));
                    if (sheet.isChangeable()) {
                        model.addAttribute("sold", sold(session, here));
                        Map<String, String> fields =
                                new LinkedHashMap<>(DirectWords.fields(sheet.booking()));
                        if (model.getAttribute("entered") instanceof Map<?, ?> entered) {
                            entered.forEach((name, value) -> fields.put("" + name, "" + value));
                        }
                        model.addAttribute("fields", fields);
                    }
                    return sheet;
                });
    }

    /**
     * What may move while somebody looks at it.
     *
     * @return what says whether anything moved
     */
    String moving(SignedIn user, int hotel, long booking, Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    frame.on(model, user, here, "bookings");
                    read(session, user, here, booking, model);
                    return String.valueOf(model.getAttribute("seen"));
                });
    }

    private BookingSheet read(
            JdbcClient session, SignedIn user, Hotel hotel, long booking, Model model) {
        BookingSheet sheet = sheets.read(session, hotel, booking);
        List<ActionCard> cards = sheets.actions(session, sheet);
        model.addAttribute("sheet", sheet);
        model.addAttribute("actions", cards);
        model.addAttribute("mayAct", mayAct(user, hotel, cards));
        model.addAttribute("oversold", sheets.oversoldNights(session, booking));
        model.addAttribute(
                "seen",
                stamp(
                        sheet.booking().version(),
                        sheet.getClock(),
                        cards.stream().map(ActionCard::asked).toList()));
        model.addAttribute("path", "/hotels/" + hotel.id() + "/bookings/" + booking);
        return sheet;
    }

    /** The names of those that a user may have done. */
    private Set<String> mayAct(SignedIn user, Hotel hotel, List<ActionCard> cards) {
        Grants grants = users.grants(user);
        return cards.stream()
                .map(ActionCard::name)
                .filter(name -> grants.may(Right.toHaveDone(name), hotel.id()))
                .collect(Collectors.toSet());
    }

    /** What is sold, as the form names it: room type and plan. */
    private static List<String> sold(JdbcClient session, Hotel hotel) {
        SaleTerms terms = SaleTerms.read(session, hotel.id());
        return terms.prices().products().values().stream()
                .map(
                        it ->
                                terms.hotel().type(it.roomType()).code()
                                        + HotelNames.BETWEEN
                                        + it.plan().code())
                .sorted()
                .toList();
    }

    private static String stamp(Object... shown) {
        return DigestUtils.md5DigestAsHex(
                Arrays.deepToString(shown).getBytes(StandardCharsets.UTF_8));
    }
}
