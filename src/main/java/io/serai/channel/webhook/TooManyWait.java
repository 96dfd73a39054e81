package io.serai.channel.webhook;

import org.springframework.dao.TransientDataAccessResourceException;

/** So many calls wait to be kept that a further one is not tried. */
final class TooManyWait extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    TooManyWait(int most) {
        super("as many webhook calls wait as may: " + most);
    }
}
