package dev.foundation.tracing.demo;

/** The demo can't start as asked. The message says what to change. */
final class SettingException extends Exception {

    SettingException(String message) {
        super(message);
    }
}
