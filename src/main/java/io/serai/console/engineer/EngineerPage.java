package io.serai.console.engineer;

import io.serai.console.Frame;
import io.serai.console.access.Needs;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.flow.FlowFiles;
import io.serai.flow.Reload;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The folders of channels as they run: what was loaded, and what was refused and where; their
 * routes, drawn.
 */
@Controller
@RequestMapping("/engineer")
@Needs(Right.ENGINEER)
class EngineerPage {

    private final FlowFiles files;
    private final Reload reload;
    private final EngineerDesk desk;
    private final Frame frame;

    EngineerPage(FlowFiles files, Reload reload, EngineerDesk desk, Frame frame) {
        this.files = files;
        this.reload = reload;
        this.desk = desk;
        this.frame = frame;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn user, Model model) {
        desk.show(user, model);
        return "engineer/folders";
    }

    /** Hawtio within the frame, for who may use it. */
    @GetMapping("/routes")
    String routes(@AuthenticationPrincipal SignedIn user, Model model) {
        desk.demandAllHotels(user);
        frame.on(model, user, "routes");
        return "engineer/routes";
    }

    /** Looks at the folders now; those refused are tried again. */
    @PostMapping("/reload")
    String reload(@AuthenticationPrincipal SignedIn user, RedirectAttributes next) {
        desk.demandAllHotels(user);
        reload.now();
        int refused = files.refused().size();
        next.addFlashAttribute(
                "said",
                files.all().size()
                        + " files looked at; "
                        + (refused == 0 ? "none is refused." : refused + " refused."));
        return "redirect:/engineer";
    }
}
