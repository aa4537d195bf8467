"use client";

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { LARGEST_UPLOAD } from "#contracts/imports.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC, useTRPCClient } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { ProgressLine } from "#components/ui/progress-line.tsx";
import classes from "./imports.module.css";
import { sendFile } from "./send-file.ts";

/** One file: chosen, sent in pieces, looked at; then its own page goes on. */
export function UploadForm({ org }: { org: string }) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);

  function fail(message: string) {
    setProblem(message);
    setAttempt((n) => n + 1);
    setSent(null);
  }
  async function upload(event: FormEvent) {
    event.preventDefault();
    if (!file) return fail("Choose a file");
    setProblem(null);
    setSent(0);
    try {
      const { importId } = await client.imports.start.mutate({ fileName: file.name, fileSize: file.size });
      const chunks = await sendFile(file, importId, (piece) => client.imports.receive.mutate(piece), setSent);
      await client.imports.finish.mutate({ importId, chunks });
      await cache.invalidateQueries({ queryKey: trpc.imports.list.queryKey() });
      router.push(`/o/${org}/imports/${importId}`);
    } catch (error) {
      fail(readError(error).message);
    }
  }

  return (
    <form onSubmit={upload} noValidate className={classes.panel} aria-labelledby="upload-title">
      <ErrorSummary errors={problem ? [{ field: "file", message: problem }] : []} attempt={attempt} />
      <h2 id="upload-title">Upload a file of answers</h2>
      <FileDrop
        id="file"
        label="File"
        hint="CSV with one row per person and a row of headings, up to 64 MB; it may be compressed (.csv.gz). It is deleted after the import, or after 24 hours."
        error={problem}
        accept=".csv,.gz,.txt,.tsv,text/csv,application/gzip"
        maxBytes={LARGEST_UPLOAD}
        disabled={sent !== null}
        onFile={(chosen) => {
          setFile(chosen);
          setProblem(null);
        }}
      />
      {sent !== null && file && (
        <ProgressLine
          label="Sending the file"
          value={sent}
          total={file.size}
          words={sent === file.size ? "Reading the headings" : `${Math.floor((sent / file.size) * 100)}%`}
        />
      )}
      <Button type="submit" loading={sent !== null}>
        Upload this file
      </Button>
    </form>
  );
}
