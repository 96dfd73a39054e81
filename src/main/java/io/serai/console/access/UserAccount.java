package io.serai.console.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A user as an admin sees and writes them.
 *
 * @param id 0 of one who is not there yet
 * @param role what they are where a place says nothing else; engineer and admin: at all hotels
 * @param enabled whether they may come in
 * @param places where they work
 */
public record UserAccount(long id, String login, Role role, boolean enabled, List<Place> places) {

    /** All that their roles let them do, wherever. */
    public Set<Right> rights() {
        return Stream.concat(Stream.of(role), places.stream().map(Place::role))
                .filter(Objects::nonNull)
                .flatMap(each -> each.rights().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Another one for every other role, places, and whether they may come in. */
    public String seen() {
        try {
            String content = role.word() + " " + enabled + " " + places;
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("SHA-256: every Java has it", missing);
        }
    }

    /**
     * A hotel or a chain where a user works.
     *
     * @param hotel the hotel's id; null: it is a chain
     * @param chain the chain's code; null: it is a hotel
     * @param role what they are there; null: as their own role says
     */
    public record Place(@Nullable Long hotel, @Nullable String chain, @Nullable Role role) {}
}
