/**
 * The import rule of the source tree, as an ESLint rule.
 *
 * faces may import features, ui, api, lib and i18n, never another face;
 * features may import ui, api, lib and i18n, never another feature;
 * ui may import api, lib and i18n; i18n may import api and lib; api may import lib; lib imports nothing of ours.
 */
import path from "node:path";

const MAY_IMPORT = {
  faces: ["features", "ui", "api", "lib", "i18n"],
  features: ["ui", "api", "lib", "i18n"],
  ui: ["api", "lib", "i18n"],
  api: ["lib"],
  i18n: ["api", "lib"],
  lib: [],
};

/** Names the layer of a file below src, and for a face or a feature also which one. */
function place(file, root) {
  const [layer, unit] = path.relative(root, file).split(path.sep);
  if (layer === undefined || !(layer in MAY_IMPORT)) return undefined;
  return { layer, unit: layer === "faces" || layer === "features" ? unit : undefined };
}

function resolve(specifier, file, root) {
  if (specifier.startsWith("@/")) return path.join(root, specifier.slice(2));
  if (specifier.startsWith(".")) return path.resolve(path.dirname(file), specifier);
  return undefined;
}

export const layers = {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      layer: "{{from}} must not import {{to}}.",
      sibling: "One of the {{layer}} must not import another ({{from}} imports {{to}}).",
    },
  },
  create(context) {
    const root = path.join(context.cwd, "src");
    const from = place(context.filename, root);
    if (from === undefined) return {};

    const check = (node, source) => {
      if (source?.type !== "Literal" || typeof source.value !== "string") return;
      const target = resolve(source.value, context.filename, root);
      const to = target === undefined ? undefined : place(target, root);
      if (to === undefined) return;
      if (from.layer === to.layer) {
        if (from.unit !== to.unit) {
          context.report({ node, messageId: "sibling", data: { layer: from.layer, from: from.unit, to: to.unit } });
        }
      } else if (!MAY_IMPORT[from.layer].includes(to.layer)) {
        context.report({ node, messageId: "layer", data: { from: from.layer, to: to.layer } });
      }
    };

    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
    };
  },
};
