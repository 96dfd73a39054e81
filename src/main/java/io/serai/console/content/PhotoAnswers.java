package io.serai.console.content;

import io.serai.console.Desk;
import io.serai.console.access.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers where something was wanted of photos: with all of them as they are now. */
@Component
class PhotoAnswers {

    private final Desk desk;
    private final PhotoCards cards;

    PhotoAnswers(Desk desk, PhotoCards cards) {
        this.desk = desk;
        this.cards = cards;
    }

    /**
     * The view that shows it.
     *
     * @param fragment null where the whole page is wanted
     */
    String answer(
            SignedIn user,
            int hotel,
            PhotoSaid said,
            @Nullable String fragment,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (fragment == null) {
            next.addFlashAttribute("said", said.words());
            next.addFlashAttribute("saidOf", said.photo());
            return "redirect:/hotels/"
                    + hotel
                    + "/content/photos"
                    + (said.photo() == null ? "" : "#photo-" + said.photo());
        }
        if (!said.done()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        desk.at(user, hotel, (session, here) -> cards.show(model, session, user, here, null));
        model.addAttribute("said", said.words());
        model.addAttribute("saidOf", said.photo());
        return "content/photo-parts :: list";
    }
}
