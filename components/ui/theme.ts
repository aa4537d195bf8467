import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from "@mantine/core";
import { PALETTE, paletteVariables } from "./palette.ts";

const SANS = '"Source Sans 3 Variable", "Source Sans 3", system-ui, -apple-system, "Segoe UI", sans-serif';
const SERIF = '"Source Serif 4 Variable", "Source Serif 4", Georgia, "Times New Roman", serif';

/** Mantine wants ten shades; the product has one of each, and the variables below decide what is drawn. */
function flat(colour: string): MantineColorsTuple {
  return [colour, colour, colour, colour, colour, colour, colour, colour, colour, colour];
}

const buttonColours: VariantColorsResolver = ({ variant, color }) => {
  const strong = color === "error" ? "var(--error)" : "var(--accent)";
  switch (variant) {
    case "filled":
      return color === "error"
        ? { background: "var(--error)", hover: "var(--error)", color: "var(--page)", border: "1px solid transparent" }
        : {
            background: "var(--button)",
            hover: "var(--button-hover)",
            color: "var(--button-text)",
            border: "1px solid transparent",
          };
    case "light":
      return {
        background: "var(--accent-soft)",
        hover: "var(--accent-soft)",
        color: strong,
        border: "1px solid transparent",
      };
    case "outline":
      return { background: "transparent", hover: "var(--sunk)", color: strong, border: `1px solid ${strong}` };
    case "subtle":
    case "transparent":
    case "white":
      return { background: "transparent", hover: "var(--sunk)", color: strong, border: "1px solid transparent" };
    default:
      return {
        background: "var(--surface)",
        hover: "var(--sunk)",
        color: "var(--ink)",
        border: "1px solid var(--control)",
      };
  }
};

export const theme = createTheme({
  fontFamily: SANS,
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  headings: {
    fontFamily: SANS,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.875rem", lineHeight: "2.375rem" },
      h2: { fontSize: "1.25rem", lineHeight: "1.75rem" },
      h3: { fontSize: "1rem", lineHeight: "1.625rem" },
    },
  },
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "1rem", lg: "1.25rem", xl: "1.875rem" },
  lineHeights: { xs: "1.125rem", sm: "1.25rem", md: "1.625rem", lg: "1.75rem", xl: "2.375rem" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2.5rem" },
  breakpoints: { xs: "24.375em", sm: "48em", md: "64em", lg: "80em", xl: "120em" },
  radius: { xs: "0.25rem", sm: "0.375rem", md: "0.375rem", lg: "0.375rem", xl: "0.375rem" },
  defaultRadius: "sm",
  white: PALETTE.surface[0],
  black: PALETTE.ink[0],
  colors: {
    accent: flat(PALETTE.accent[0]),
    ink: flat(PALETTE.ink[0]),
    error: flat(PALETTE.error[0]),
  },
  primaryColor: "accent",
  respectReducedMotion: true,
  focusRing: "never",
  cursorType: "pointer",
  variantColorResolver: buttonColours,
  components: {
    Button: { defaultProps: { size: "md", color: "ink" } },
    ActionIcon: { defaultProps: { variant: "subtle", size: "lg", color: "ink" } },
    TextInput: { defaultProps: { size: "md" } },
    PasswordInput: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md", autosize: false } },
    Select: { defaultProps: { size: "md", checkIconPosition: "right" } },
    NativeSelect: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
    Menu: { defaultProps: { shadow: "md", transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { shadow: "md", transitionProps: { duration: 120 } } },
    Tooltip: {
      defaultProps: { transitionProps: { duration: 120 }, events: { hover: true, focus: true, touch: true } },
    },
    // Locking the scroll injects a style element that a strict policy refuses.
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 120 } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 120 } } },
  },
});

const OURS: Record<string, string> = {
  "--mantine-color-body": "var(--page)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-bright": "var(--ink)",
  "--mantine-color-dimmed": "var(--soft)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--error)",
  "--mantine-color-placeholder": "var(--soft)",
  "--mantine-color-default": "var(--surface)",
  "--mantine-color-default-hover": "var(--sunk)",
  "--mantine-color-default-color": "var(--ink)",
  "--mantine-color-default-border": "var(--control)",
  "--mantine-color-disabled": "var(--sunk)",
  "--mantine-color-disabled-color": "var(--soft)",
  "--mantine-color-disabled-border": "var(--rule)",
  ...Object.fromEntries(
    (["accent", "ink", "error"] as const).flatMap((name) => [
      [`--mantine-color-${name}-text`, `var(--${name})`],
      [`--mantine-color-${name}-filled`, `var(--${name})`],
      [`--mantine-color-${name}-filled-hover`, `var(--${name})`],
      [`--mantine-color-${name}-outline`, `var(--${name})`],
      [`--mantine-color-${name}-light`, "var(--accent-soft)"],
      [`--mantine-color-${name}-light-hover`, "var(--accent-soft)"],
      [`--mantine-color-${name}-light-color`, `var(--${name})`],
    ]),
  ),
};

/** Our palette, and Mantine's own variables pointed at it, the same in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { ...paletteVariables(), "--font-serif": SERIF, "--font-sans": SANS },
  light: OURS,
  dark: OURS,
});
