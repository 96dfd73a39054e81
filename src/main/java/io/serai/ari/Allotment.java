package io.serai.ari;

import org.jspecify.annotations.Nullable;

/**
 * How many of the rooms left a connection gets.
 *
 * @param most at most so many; {@link Integer#MAX_VALUE}: all
 * @param last when so many or fewer are left it gets none, so that the last rooms are sold
 *     elsewhere; 0: it gets them, too
 */
public record Allotment(int most, int last) {

    /** All that is left. */
    public static final Allotment ALL = new Allotment(Integer.MAX_VALUE, 0);

    /** As a connection's room has it; null where nothing is set. */
    public static Allotment of(@Nullable Integer most, @Nullable Integer last) {
        return most == null && last == null
                ? ALL
                : new Allotment(
                        most == null ? ALL.most : most.intValue(),
                        last == null ? ALL.last : last.intValue());
    }

    /** The same for people; empty when it is all. */
    public String words() {
        String ceiling = most == ALL.most ? "" : "gets at most " + most;
        String protection = last == ALL.last ? "" : "gets none of the last " + last;
        return ceiling.isEmpty() || protection.isEmpty()
                ? ceiling + protection
                : ceiling + " and " + protection.substring("gets ".length());
    }

    /**
     * What the connection gets.
     *
     * @param left rooms left to sell; negative when there are none
     * @return from 0 to {@link #most}
     */
    int share(int left, RoomSteps steps) {
        int rooms = steps.step(RoomSteps.Kind.NONE_BELOW_ZERO, left, Math.max(left, 0));
        rooms = steps.step(RoomSteps.Kind.LAST_ROOMS, rooms, rooms <= last ? 0 : rooms);
        return steps.step(RoomSteps.Kind.MOST_ROOMS, rooms, Math.min(rooms, most));
    }
}
