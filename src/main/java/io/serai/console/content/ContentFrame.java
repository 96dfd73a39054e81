package io.serai.console.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.HotelNames;
import io.serai.console.access.SignedIn;
import io.serai.content.PartId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What stands around a part, a photo or a channel on the pages of a hotel's content. */
@Component
class ContentFrame {

    private final Frame frame;
    private final ContentChannels channels;

    ContentFrame(Frame frame, ContentChannels channels) {
        this.frame = frame;
        this.channels = channels;
    }

    /** Gives a page its frame and the way to each sheet. */
    void tabs(Model model, SignedIn user, Hotel hotel, String tab) {
        frame.on(model, user, hotel, "content");
        model.addAttribute("path", "/hotels/" + hotel.id() + "/content");
        model.addAttribute("tab", tab);
        model.addAttribute("tabs", ContentTab.values());
    }

    /** Gives a page the ways to the parts of its kind. */
    void parts(Model model, ContentTab at, List<Map.Entry<PartId, ObjectNode>> parts) {
        model.addAttribute("texts", at == ContentTab.DESCRIPTIONS);
        model.addAttribute(
                "parts",
                parts.stream()
                        .map(
                                each ->
                                        new PartSheet.Link(
                                                each.getKey().name(),
                                                PartSheets.title(each.getKey(), each.getValue())))
                        .toList());
    }

    /** Gives a page what channels hold of a part; returns what tells whether that moved. */
    String held(Model model, JdbcClient session, Hotel hotel, PartId part) {
        List<ContentChannel> at = channels.of(session, hotel.id(), part::equals);
        String seen = Integer.toHexString(at.hashCode());
        model.addAttribute("kind", part.kind());
        model.addAttribute("partName", part.name());
        model.addAttribute("channels", at);
        model.addAttribute("shown", new ContentShown(hotel, HotelNames.of(session, hotel.id())));
        model.addAttribute("seen", seen);
        return seen;
    }

    /** Gives a page all that channels hold; returns what tells whether that moved. */
    String all(Model model, JdbcClient session, Hotel hotel) {
        List<ContentChannel> at = channels.of(session, hotel.id(), part -> true);
        String seen = Integer.toHexString(at.hashCode());
        model.addAttribute("channels", at);
        model.addAttribute("shown", new ContentShown(hotel, HotelNames.of(session, hotel.id())));
        model.addAttribute("seen", seen);
        return seen;
    }
}
