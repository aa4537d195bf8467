"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useEffect, useId, useRef } from "react";
import classes from "./confirm.module.css";

/** A question before something that cannot be taken back. The native dialog keeps the focus inside and Escape out. */
export function Confirm({
  opened,
  title,
  children,
  confirm,
  cancel = "Go back",
  danger = false,
  busy = false,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: string;
  children?: ReactNode;
  /** The verb: "Publish results", never "OK". */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (opened && !element.open) element.showModal();
    if (!opened && element.open) element.close();
  }, [opened]);
  return (
    <dialog ref={dialog} className={classes.root} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children && <div className={classes.words}>{children}</div>}
      <div className={classes.buttons}>
        <Button loading={busy} onClick={onConfirm} {...(danger ? { color: "error" } : {})}>
          {confirm}
        </Button>
        <Button variant="default" onClick={() => dialog.current?.close()}>
          {cancel}
        </Button>
      </div>
    </dialog>
  );
}
