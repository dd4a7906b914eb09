import { type Format, MemoryBlob, type Result } from "../../../../kernel/index.ts";
import type { ProteomeContent, ProteomeMeasurement } from "../../measurement.ts";

export const fixtures = {
  geneSets: "SET_A\thttp://a\tCD9\tCD63\tCD9\nSET_B\tsecond\tALB\n",
  fasta:
    ">sp|Cont_P00722|BGAL_ECOLI Beta-galactosidase OS=Escherichia coli (strain K12) OX=83333 GN=lacZ PE=1 SV=2\nMTMITDSL\nAVVLQ\n>tr|Cont_A5PJ69|A5PJ69_BOVIN SERPINA10 protein OS=Bos taurus OX=9913 PE=2 SV=1\nMKV\n",
  details:
    "CONTENT ID\tCONTENT TYPE\tENTREZ GENE ID\tGENE SYMBOL\tSPECIES\tEXPERIMENT ID\tMETHODS\n4\tprotein\t16409\tItgam\tMus musculus\t3\tMass spectrometry|Western blotting\n5\tProtein \t967\tCD63\tHomo sapiens\t3\tMass spectrometry\n6\tprotein\t967\tCD63\tHomo sapiens\t12\tMass spectrometry\n",
  experiments:
    "EXPERIMENT ID\tPUBMED ID\tSPECIES\tEXPERIMENT DESCRIPTION\tSAMPLE\tSAMPLE SOURCE\tSAMPLE NAME\tIDENTIFICATIONS\tMETHODS\tYEAR\tISOLATION METHOD\tVESICLE TYPE\n3\t111\tMus musculus\tA study\tPlasma\tts\tPlasma - Normal\tProtein|Lipids\tMass spectrometry\t1999\tFiltration|Ultracentrifugation\tExosomes\n12\t222\tHomo sapiens\tOther\tUrine\tts\tUrine\tProtein\tMass spectrometry\t2001\t-\tExosomes\n",
  evpedia:
    'Index,UniProt accession,UniProt name,Status,Protein name,Gene symbol,Species,Identification number\n1,P04406,G3P_HUMAN,reviewed,"Glyceraldehyde-3-phosphate dehydrogenase, called ""GAPDH""","GAPDH GAPD","Homo sapiens (Human)",410\n2,P60709,ACTB_HUMAN,reviewed,"Actin","ACTB","Homo sapiens (Human)",402\n',
  accessions: "Accession\nP04406\nA0A075B759\nP04406\nQ9Z2X1-2\n",
  contaminantTable:
    'Uniprot ID,Gene names,Organism,Protein names,Source of Contamination\nP00722,lacZ b0344,Escherichia coli,"Beta-gal, lactase",Bacterial Ecoli\nP02769,ALB,Bos taurus,Albumin,FBS\n',
} as const;

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export async function readText(
  format: Format<ProteomeMeasurement>,
  text: string,
  name = "a.txt",
): Promise<Result<ProteomeMeasurement>> {
  return format.read(new MemoryBlob(bytesOf(text)), { name });
}

/** The content of a file that has to be accepted, as one of its kinds. */
export function contentOf<K extends ProteomeContent["kind"]>(
  result: Result<ProteomeMeasurement>,
  kind: K,
): Extract<ProteomeContent, { kind: K }> {
  if (!("value" in result)) throw new Error(result.issues.map((issue) => issue.code).join(", "));
  if (result.value.content.kind !== kind) throw new Error(result.value.content.kind);
  return result.value.content as Extract<ProteomeContent, { kind: K }>;
}
