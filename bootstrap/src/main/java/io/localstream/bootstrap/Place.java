package io.localstream.bootstrap;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a device lives on this machine.
 *
 * @param home the folder of identity, trust, sessions and settings
 * @param base the folder that relative paths start at
 * @param userHome the folder that {@code ~} stands for
 * @param warnings takes lines that a person should see
 */
record Place(Path home, Path base, Path userHome, Consumer<String> warnings) {}
