/**
 * Scenario files: YAML in, a {@link dev.fastsim.scenario.Scenario} out, every mistake of the file
 * at once.
 *
 * <p>A file is read in three steps. It becomes a tree that remembers line, column and path of
 * everything, with aliases and merge keys resolved; a dialect reads the tree key by key and
 * collects what is wrong; the dialect makes the scenario. No step builds an object that a file
 * names, reads more than its limits allow, or lets any exception out but {@link
 * dev.fastsim.yaml.InvalidFileException}.
 *
 * <p>The tree is built from the events of SnakeYAML Engine, the parser inside Jackson's YAML
 * module. Jackson's own token stream is too coarse for messages that point: it hides where
 * documents end and where in the text an error is, and it reads {@code 010} as eight.
 */
@NullMarked
package dev.fastsim.yaml;

import org.jspecify.annotations.NullMarked;
