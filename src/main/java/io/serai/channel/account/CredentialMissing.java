package io.serai.channel.account;

/** A credential that is kept in a file or in the environment is not there. */
public class CredentialMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CredentialMissing(String message) {
        super(message);
    }
}
