package io.serai.console.engineer;

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

/** The folders of channels as they run: what was loaded, and what was refused and where. */
@Controller
@RequestMapping("/engineer")
@Needs(Right.ENGINEER)
class EngineerPage {

    private final FlowFiles files;
    private final Reload reload;
    private final EngineerDesk desk;

    EngineerPage(FlowFiles files, Reload reload, EngineerDesk desk) {
        this.files = files;
        this.reload = reload;
        this.desk = desk;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn user, Model model) {
        desk.show(user, model);
        return "engineer/folders";
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
