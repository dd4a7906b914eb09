import { domains } from "vesica/domains";
import { allTerms, type OperationExample, type Result, refused, type Text } from "vesica/kernel";
import {
  type JsonSchema,
  type OperationAnswer,
  type OperationCall,
  operationCallIssues,
  parametersSchema,
  runOperation,
} from "vesica/study";

/** An operation as the page shows it. */
export interface ListedOperation {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly summary: Text;
  readonly input: JsonSchema;
  readonly parameters: JsonSchema;
  readonly example: OperationExample | null;
}

/** A room with its operations and the sentences of the codes that their answers hold. */
export interface ListedRoom {
  readonly id: string;
  readonly title: Text;
  readonly operations: readonly ListedOperation[];
  readonly terms: Readonly<Record<string, Text>>;
}

/** Every operation of every room. */
export async function listOperations(): Promise<readonly ListedRoom[]> {
  return domains.map(({ id, title, operations, terms }) => ({
    id,
    title,
    terms: allTerms(terms),
    operations: operations.map((operation) => ({
      id: operation.id,
      version: operation.version,
      title: operation.title,
      summary: operation.summary,
      input: parametersSchema({ parameters: operation.input }),
      parameters: parametersSchema(operation),
      example: operation.example ?? null,
    })),
  }));
}

export interface RunOperationInput extends OperationCall {
  readonly id: string;
}

/** Runs one operation on JSON. */
export async function answerOperation({ id, ...call }: RunOperationInput): Promise<Result<OperationAnswer>> {
  const operation = domains.flatMap(({ operations }) => operations).find((each) => each.id === id);
  if (operation) return runOperation(operation, call);
  const reasons = { key: id, reason: "unknown operation", reasonJa: "不明な演算です" };
  return refused(operationCallIssues.raise("input-invalid", reasons));
}

export interface RoomParameters {
  readonly id: string;
  readonly title: Text;
  readonly schema: JsonSchema;
}

/** What a study may set for each room. */
export async function roomParameters(): Promise<readonly RoomParameters[]> {
  return domains.flatMap(({ id, title, parameters }) =>
    parameters ? [{ id, title, schema: parametersSchema({ parameters }) }] : [],
  );
}
