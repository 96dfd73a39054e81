package io.serai.console.today;

/**
 * Something that needs a person.
 *
 * @param name what it is, the same as long as it lasts
 * @param count how many
 * @param what in words, for this number
 * @param todo what to do
 * @param where it is done
 * @param isUrgent whether a guest may come to harm meanwhile
 */
record Need(String name, int count, String what, String todo, String where, boolean isUrgent) {

    Need saying(String words) {
        return new Need(name, count, words, todo, where, isUrgent);
    }
}
