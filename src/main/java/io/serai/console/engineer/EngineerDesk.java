package io.serai.console.engineer;

import io.serai.channel.Channels;
import io.serai.console.Desk;
import io.serai.console.Frame;
import io.serai.console.Hotel;
import io.serai.console.access.Right;
import io.serai.console.access.SignedIn;
import io.serai.console.access.Users;
import io.serai.flow.FlowFiles;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the engineer's pages have in common. */
@Component
class EngineerDesk {

    private final FlowFiles files;
    private final Channels channels;
    private final Users users;
    private final Desk desk;
    private final Frame frame;

    EngineerDesk(FlowFiles files, Channels channels, Users users, Desk desk, Frame frame) {
        this.files = files;
        this.channels = channels;
        this.users = users;
        this.desk = desk;
        this.frame = frame;
    }

    /** Puts the folders on a page; all of them. */
    List<FolderRow> show(SignedIn user, Model model) {
        ZoneId zone = zone(user);
        List<FolderRow> folders =
                FolderRow.of(
                        files.all().stream().map(file -> FileRow.of(file, zone)).toList(),
                        channels);
        frame.on(model, user, "engineer");
        model.addAttribute("zone", zone.getId());
        model.addAttribute("folders", folders);
        model.addAttribute("mayAct", users.grants(user).mayEverywhere(Right.ENGINEER));
        return folders;
    }

    /** In which times are shown. */
    ZoneId zone(SignedIn user) {
        return desk.hotels(user).stream().map(Hotel::zone).findFirst().orElse(ZoneOffset.UTC);
    }

    /** Files are for all hotels: whoever touches them is an engineer of all. */
    void demandAllHotels(SignedIn user) {
        if (!users.grants(user).mayEverywhere(Right.ENGINEER)) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "may not engineer everywhere (expected: who may)");
        }
    }
}
