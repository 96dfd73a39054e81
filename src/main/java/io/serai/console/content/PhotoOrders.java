package io.serai.console.content;

import io.serai.console.access.SignedIn;
import io.serai.content.photo.Photo;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The order of a hotel's photos: all at once, or one a place up or down. */
@Controller
@RequestMapping("/hotels/{hotel}/content/photos")
class PhotoOrders {

    private final PhotoDesk desk;
    private final PhotoAnswers answers;

    PhotoOrders(PhotoDesk desk, PhotoAnswers answers) {
        this.desk = desk;
        this.answers = answers;
    }

    /** Puts all in an order; what was added or removed meanwhile keeps it as it is. */
    @PostMapping("/order")
    String order(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("photos") List<Long> order,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        PhotoSaid said =
                desk.at(
                        user,
                        hotel,
                        (session, book) -> {
                            List<Long> known = book.all().stream().map(Photo::id).toList();
                            if (order.size() != known.size()
                                    || !new HashSet<>(order).equals(new HashSet<>(known))) {
                                return PhotoSaid.not(
                                        "Photos were added or removed meanwhile: this is what there is now.");
                            }
                            book.order(order);
                            return PhotoSaid.done("The order is saved.");
                        });
        return answers.answer(user, hotel, said, fragment, model, response, next);
    }

    /** Moves one a place up or down. */
    @PostMapping("/{photo}/move")
    String move(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @PathVariable("photo") long photo,
            @RequestParam("by") int by,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        PhotoSaid said =
                desk.at(
                        user,
                        hotel,
                        (session, book) -> {
                            List<Long> order =
                                    new ArrayList<>(book.all().stream().map(Photo::id).toList());
                            int from = order.indexOf(PhotoDesk.find(book, photo).id());
                            int to =
                                    Math.max(
                                            0,
                                            Math.min(order.size() - 1, from + Integer.signum(by)));
                            Collections.swap(order, from, to);
                            book.order(order);
                            return PhotoSaid.done("It is number " + (to + 1) + " now.").of(photo);
                        });
        return answers.answer(user, hotel, said, fragment, model, response, next);
    }
}
