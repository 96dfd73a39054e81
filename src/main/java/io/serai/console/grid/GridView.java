package io.serai.console.grid;

import io.serai.console.Frame;
import io.serai.console.NotHere;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gives the page of a grid what every grid shows. */
@Component
public class GridView {

    private final Frame frame;
    private final BulkDesk bulk;
    private final Clock clock;

    GridView(Frame frame, BulkDesk bulk, Clock clock) {
        this.frame = frame;
        this.bulk = bulk;
        this.clock = clock;
    }

    /** The nights, what may be chosen, and what was changed at once. */
    public void whole(GridLook look, GridReader reader) {
        GridWish wish = wish(look);
        List<Choices.Type> types = Choices.of(look.database(), look.hotel());
        List<Integer> open = wish.opened(types);
        around(look, reader, wish, open);
        Model model = look.model();
        model.addAttribute("types", types);
        model.addAttribute("channels", Choices.channels(look.database(), look.hotel()));
        model.addAttribute("groups", read(look, reader, wish, wish.shown(types), open));
        model.addAttribute("edits", bulk.latest(look.database(), look.hotel(), reader.table()));
    }

    /**
     * One room type, unfolded or folded.
     *
     * @throws NotHere where the hotel has none of this key
     */
    void group(GridLook look, GridReader reader, int group, boolean fold) {
        GridWish wish = wish(look);
        List<Choices.Type> one = types(look, List.of(group));
        if (one.isEmpty()) {
            throw new NotHere("room type " + group);
        }
        List<Integer> open = fold ? List.of() : List.of(group);
        around(look, reader, wish, open);
        look.model().addAttribute("group", read(look, reader, wish, one, open).get(0));
    }

    /**
     * The parts that are not as they were seen.
     *
     * @param more further parts of the page by their names
     * @return whether there is any
     */
    public boolean changed(
            GridLook look, GridReader reader, Seen before, Map<String, ? extends Object> more) {
        GridWish wish = wish(look);
        List<Group> groups =
                read(look, reader, wish, types(look, before.groups()), before.groups()).stream()
                        .filter(before::differs)
                        .toList();
        List<BulkDesk.Made> edits = bulk.latest(look.database(), look.hotel(), reader.table());
        boolean made = before.differs("edits", edits);
        if (groups.isEmpty()
                && !made
                && more.entrySet().stream()
                        .noneMatch(part -> before.differs(part.getKey(), part.getValue()))) {
            return false;
        }
        around(look, reader, wish, before.groups());
        look.model().addAttribute("groups", groups);
        look.model().addAttribute("edits", made ? edits : null);
        more.forEach(
                (name, part) ->
                        look.model().addAttribute(name, before.differs(name, part) ? part : null));
        return true;
    }

    private GridWish wish(GridLook look) {
        return GridWish.of(look.query(), look.hotel(), clock);
    }

    private static List<Choices.Type> types(GridLook look, List<Integer> keys) {
        return Choices.of(look.database(), look.hotel()).stream()
                .filter(type -> keys.contains(type.id()))
                .toList();
    }

    private static List<Group> read(
            GridLook look,
            GridReader reader,
            GridWish wish,
            List<Choices.Type> types,
            List<Integer> open) {
        return reader.read(look.database(), look.hotel(), wish, types, open);
    }

    private void around(GridLook look, GridReader reader, GridWish wish, List<Integer> open) {
        LocalDate today = look.hotel().today(clock);
        frame.on(look.model(), look.user(), look.hotel(), reader.area());
        look.model().addAttribute("wish", wish);
        look.model().addAttribute("days", wish.days());
        look.model().addAttribute("open", open);
        look.model().addAttribute("area", reader.area());
        look.model().addAttribute("path", "/hotels/" + look.hotel().id() + "/" + reader.area());
        look.model().addAttribute("today", today);
        look.model().addAttribute("last", today.plusDays(look.hotel().horizon() - 1L));
    }
}
