package io.serai.console.content;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A hotel's photos in their order, and how far each is at channels. */
@Controller
@RequestMapping("/hotels/{hotel}/content/photos")
class PhotosPage {

    private final Desk desk;
    private final PhotoCards cards;

    PhotosPage(Desk desk, PhotoCards cards) {
        this.desk = desk;
        this.cards = cards;
    }

    @GetMapping
    String page(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam(name = "language", required = false) @Nullable String language,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) -> {
                    cards.show(model, session, user, here, language);
                    return "content/photos";
                });
    }

    /** How far photos are at channels now; nothing when that is as it was seen. */
    @GetMapping("/now")
    Object now(
            @AuthenticationPrincipal SignedIn user,
            @PathVariable("hotel") int hotel,
            @RequestParam("seen") String seen,
            Model model) {
        return desk.at(
                user,
                hotel,
                (session, here) ->
                        cards.show(model, session, user, here, null).equals(seen)
                                ? ResponseEntity.noContent().build()
                                : "content/photo-parts :: now");
    }
}
