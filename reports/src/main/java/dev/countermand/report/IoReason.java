package dev.countermand.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Why a file could not be read or written, in words: exceptions of files often say the name only.
 */
final class IoReason {
    private IoReason() {}

    static String of(IOException error) {
        if (error instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (error instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (error instanceof FileSystemException system) {
            String reason = system.getReason();
            return reason == null ? error.getClass().getSimpleName() : reason;
        }
        String message = error.getMessage();
        return message == null ? error.getClass().getSimpleName() : message;
    }
}
