import { BACKUP_DAYS, type PromiseFacts } from "../promise.ts";

/**
 * The promise in Welsh, drafted by machine and confirmed by nobody yet. The receipt covers the English words
 * (`promiseInWords`); the page says that these are a translation.
 */
export function promiseInWelsh({ closesOn, k, deletesOn }: PromiseFacts): string[] {
  return [
    "Nid oes neb yn eich sefydliad yn gweld eich atebion chi eich hun: nid eich rheolwr, nid AD.",
    `Bydd canlyniadau’n ymddangos ar ôl ${closesOn}, a dim ond ar gyfer grwpiau o ${k} neu fwy. Caiff timau llai eu cyfrif gyda grŵp mwy.`,
    "Ni ddefnyddir y canlyniadau byth ar gyfer arfarnu, disgyblu, cyflog na dileu swyddi. Nid oes unrhyw ganlyniad i beidio ag ateb, ac nid oes neb yn cael rhestr o bwy a atebodd.",
    `Caiff yr atebion eu dileu ar ${deletesOn}. Nes i gopïau wrth gefn ddod i ben ${BACKUP_DAYS} diwrnod ar ôl cau, gallai person â mynediad llawn i’r system a dorrodd y rheolau gysylltu ateb â chi.`,
    "Ni allwch newid eich atebion ar ôl eu hanfon.",
  ];
}
