"use client";

import "./global.css";
import "./print.css";
import "@mantine/core/styles.layer.css";
import "@fontsource-variable/source-sans-3/wght.css";
import "@fontsource-variable/source-serif-4/wght.css";
import { MantineProvider } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { cssVariables, theme } from "./theme.ts";

/**
 * The nonce of the first response stays: a later navigation brings another one, but the document keeps the policy it
 * was loaded with.
 */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [first] = useState(nonce);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(first ? { getStyleNonce: () => first } : {})}
    >
      {children}
    </MantineProvider>
  );
}
