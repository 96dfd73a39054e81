package io.serai.content.photo;

import org.jspecify.annotations.Nullable;

/** One thing that is done with photos at a channel, or only written down. */
sealed interface PhotoStep {

    /** A step for which the channel is called. */
    sealed interface Call extends PhotoStep {

        /** The port. */
        String port();

        /** What the port gets. */
        Record request();

        /** Names it within a round: none is made twice. */
        String key();
    }

    /** Asks how far photos are. */
    record Look(PhotoQuestion request) implements Call {

        static final String KEY = "look";

        @Override
        public String port() {
            return "photo-read";
        }

        @Override
        public String key() {
            return KEY;
        }
    }

    /**
     * Tells a photo, or what is said of one.
     *
     * @param place where it is known; null: it is told for the first time
     */
    record Tell(WantedPhoto photo, @Nullable PhotoPlace place, String facts, PhotoPush request)
            implements Call {

        @Override
        public String port() {
            return PUSH;
        }

        @Override
        public String key() {
            return request.act().word() + " " + photo.id();
        }
    }

    /** Has the channel forget a picture. */
    record Remove(PhotoPlace place, PhotoPush request) implements Call {

        @Override
        public String port() {
            return PUSH;
        }

        @Override
        public String key() {
            return "remove " + place.id();
        }
    }

    /**
     * Tells what a gallery shows.
     *
     * @param gallery {@link #HOTEL}, or the channel's room
     */
    record Order(String gallery, PhotoPush request) implements Call {

        @Override
        public String port() {
            return PUSH;
        }

        @Override
        public String key() {
            return "order " + gallery;
        }
    }

    /** What is known of a picture does not count any more: the channel is to forget it. */
    record Leave(PhotoPlace place) implements PhotoStep {}

    /** The channel has nothing of it. */
    record Forget(PhotoPlace place) implements PhotoStep {}

    /** The channel takes no such photo. */
    record Unfit(WantedPhoto photo, String words) implements PhotoStep {}

    /** The port that is told. */
    String PUSH = "photo-push";

    /** The gallery of the hotel. */
    String HOTEL = "hotel";
}
